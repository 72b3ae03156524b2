/** Where a value stands in the plan as written: keys from the top, `['goals', 'revenue', 'decompose', 0, 'shares']`. */
export type PlanPath = readonly (string | number)[];

/** Ids are the keys of the plan's maps, unique in their map; a reference is an id of a stated kind. Maps keep file order. */
export type Id = string;
