import type { Preset } from './preset.ts';

/** 纷享销客 opportunities (商机2.0 and the older 商机): what was won, on its closing day. */
export const fxiaokeOpportunities: Preset = {
  id: 'fxiaoke-opportunities',
  columns: {
    date: ['预计成交日期', '成交日期'],
    amount: ['商机金额', '预计成交金额'],
    owner: ['负责人'],
    customer: ['客户名称', '客户'],
    order: ['商机名称'],
    stage: ['商机阶段', '销售阶段'],
    status: ['阶段状态', '商机状态'],
    currency: ['币种'],
  },
  where: { 阶段状态: ['赢单', '贏單'], 商机状态: ['赢单', '贏單'], 生命状态: ['正常', 'normal'] },
  signature: ['商机阶段', '商机名称'],
};
