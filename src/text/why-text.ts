import type { Language } from '../model/language.ts';
import type { OwnerSource } from '../model/subgoal.ts';

interface WhyText {
  title(node: string): string;
  readonly rule: string;
  readonly weight: string;
  weightOf(own: string, share: string, count: number): string;
  /** Where the weight comes from. */
  readonly weightPlace: string;
  readonly sum: string;
  /** The arithmetic of a share, to be done again by hand. */
  sumOf(shared: string, weight: string, weights: string, floor: string, placed: string | undefined): string;
  /** What a step hands out beyond the number that it splits. */
  readonly hedge: string;
  hedgeOf(whole: string, percent: string, total: string): string;
  readonly beside: string;
  readonly limits: string;
  readonly opening: string;
  readonly remainder: string;
  readonly place: string;
  owned(owner: string, because: string, deadline: string): string;
  readonly ownerFrom: Readonly<Record<OwnerSource, string>>;
}

const en: WhyText = {
  title: (node) => `How ${node} came about`,
  rule: 'Rule',
  weight: 'Weight',
  weightOf: (own, share, count) => `${own}, which is ${share} of all ${count}`,
  weightPlace: 'Weight from',
  sum: 'Arithmetic',
  sumOf: (shared, weight, weights, floor, placed) =>
    `${shared} × ${weight} ÷ ${weights} = ${floor}${placed === undefined ? '' : `, and ${placed} placed by rounding`}`,
  hedge: 'Over-assigned',
  hedgeOf: (whole, percent, total) => `${whole} and ${percent} on top (over_assign) are ${total}, which is handed out`,
  beside: 'Pinned beside it',
  limits: 'Held by a limit',
  opening: 'Starts from',
  remainder: 'Placed by rounding',
  place: 'Stands in',
  owned: (owner, because, deadline) => `${owner} answers for it (${because}), by ${deadline}.`,
  ownerFrom: {
    goal: 'owner of the goal',
    parent: 'owner of what it is a part of',
    segment: 'owner of the segment',
    product: 'owner of the product',
    channel: 'owner of the channel',
    member: 'their own part',
    step: 'named by the step',
  },
};

const zh: WhyText = {
  title: (node) => `${node} 的由来`,
  rule: '规则',
  weight: '权重',
  weightOf: (own, share, count) => `${own}，占 ${count} 项的 ${share}`,
  weightPlace: '权重出处',
  sum: '算式',
  sumOf: (shared, weight, weights, floor, placed) =>
    `${shared} × ${weight} ÷ ${weights} = ${floor}${placed === undefined ? '' : `，取整另加 ${placed}`}`,
  hedge: '超额分配',
  hedgeOf: (whole, percent, total) => `${whole} 另加 ${percent}（over_assign），共分配 ${total}`,
  beside: '同级固定值',
  limits: '受上下限约束',
  opening: '起点',
  remainder: '取整补入',
  place: '出处',
  owned: (owner, because, deadline) => `由${owner}负责（${because}），期限 ${deadline}。`,
  ownerFrom: {
    goal: '目标负责人',
    parent: '上级负责人',
    segment: '细分市场负责人',
    product: '产品负责人',
    channel: '渠道负责人',
    member: '本人',
    step: '分解步骤指定',
  },
};

export const whyText: Readonly<Record<Language, WhyText>> = { en, zh };
