export { chance, isAllButSure, isUnlikely, outlookFor, potential, potentialOfParts } from './achievable.ts';
export { LETTERS, type Letter, type LetterCard, type SmartCard, type SubgoalCount, smartCard } from './card.ts';
export { type Evidence, type EvidenceValue, type Measured, plainValues, type Verdict } from './evidence.ts';
export { baselineForSpan } from './growth.ts';
export type { SmartInput } from './input.ts';
export { measurable } from './measurable.ts';
export { relevant } from './relevant.ts';
export { specific } from './specific.ts';
export { timeBound } from './time-bound.ts';
