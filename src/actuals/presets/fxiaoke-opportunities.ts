import type { Preset } from './preset.ts';

const WON = ['赢单', '贏單', '2'];
const LOST = ['输单', '輸單', '丢单', '3'];

/** 纷享销客 opportunities (商机2.0 and the older 商机): what was won, by its status and not its stage, on its closing day. */
export const fxiaokeOpportunities: Preset = {
  id: 'fxiaoke-opportunities',
  columns: {
    date: ['预计成交日期', '成交日期', 'close_date', 'expected_deal_closed_date'],
    amount: ['商机金额', '预计成交金额', 'amount', 'expected_deal_amount'],
    owner: ['负责人', 'owner__r.name', 'owner__l', 'owner'],
    customer: ['客户名称', '客户', 'account_id__r', 'account_id'],
    order: ['商机名称', 'name'],
    id: ['数据ID', '_id'],
    stage: ['商机阶段', '销售阶段', 'sales_stage__r', 'sales_stage', 'oppo_stage_id'],
    status: ['阶段状态', '商机状态', 'sales_status__r', 'sales_status', 'status'],
    currency: ['币种', 'mc_currency'],
    probability: ['赢率', 'probability'],
    created: ['创建时间', 'create_time'],
    modified: ['最后修改时间', 'last_modified_time'],
  },
  won: ['sales_status', '阶段状态', '商机状态', 'sales_status__r', '商机阶段', '销售阶段'].map((column) => ({ column, labels: WON })),
  lost: ['sales_status', '阶段状态', '商机状态', 'sales_status__r', '商机阶段', '销售阶段'].map((column) => ({ column, labels: LOST })),
  kept: [
    { column: '生命状态', labels: ['正常', 'normal', ''] },
    { column: 'life_status', labels: ['normal', ''] },
    { column: 'is_deleted', labels: ['false', '0', ''] },
  ],
  signatures: [['商机阶段', '商机名称'], ['商机名称', '预计成交日期'], ['sales_stage', 'close_date'], ['expected_deal_amount']],
  zone: 'Asia/Shanghai',
  decoration: { owner: /[（(]已停用[)）]$/ },
};
