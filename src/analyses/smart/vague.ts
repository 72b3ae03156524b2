/** Verbs and adverbs that promise without saying anything. */
const WISHES =
  /\b(?:improv(?:e|ing|ement)|increas(?:e|ing)|strengthen(?:ing)?|boost(?:ing)?|grow(?:th|ing)?|enhanc(?:e|ing)|optimi[sz](?:e|ing|ation)|better|more|driv(?:e|ing)|accelerat(?:e|ing)|expand(?:ing)?|develop(?:ing|ment)?|leverag(?:e|ing)|maximi[sz](?:e|ing)|support(?:ing)?|focus(?:ing)?|try|significantly|continuously|further|sustainabl[ey]|world[- ]class|best|stronger|excel(?:lence)?)\b|开拓|拓展|再创|再上|更上|迈上|冲刺|夯实|狠抓|争取|确保|完成|达成|实现|提升|提高|加强|改善|优化|增加|增长|扩大|推动|促进|深化|强化|完善|加快|大力|进一步|持续|努力|全面|做好|抓好|做强|做大|赋能|打造|尽量|力争|显著|大幅|更好|更多|稳步|不断/gi;

/** Objects that everybody has. */
const GENERALITIES =
  /\b(?:performance|results?|efficiency|effectiveness|capabilit(?:y|ies)|abilit(?:y|ies)|levels?|business|sales|work|success|things|the|an?|our|of|to|and|in|for|with|we|on|as|much|possible|year|this|all|be|do|doing|get|make|at|selling|targets?|goals?|excellence)\b|新高|佳绩|一层楼|新台阶|台阶|辉煌|任务|目标|市场|高质量|业绩|效率|能力|水平|工作|业务|效果|成果|表现|实力|竞争力|销售|发展|我们|公司|今年|全年|年度|整体|的|了|和|与|及/gi;

/**
 * True for a name that is a wish alone: a vague verb with neither a number nor an object. «提升业绩» and «Improve sales
 * performance» are; «提升复购率», «Improve repeat purchases» and «提升到 1.2 亿» are not.
 */
export function isVague(name: string): boolean {
  const isWish = name.search(WISHES) >= 0;
  if (!isWish || /[\d０-９]|翻番|翻倍|一倍|double|triple|half/i.test(name.replace(/\b(?:19|20)\d\d\b ?年?/g, ''))) return false;
  const rest = name
    .replace(/\b(?:19|20)\d\d\b ?年?/g, '')
    .replace(WISHES, '')
    .replace(GENERALITIES, '')
    .replace(/[^\p{L}]/gu, '');
  return rest.length < 2;
}
