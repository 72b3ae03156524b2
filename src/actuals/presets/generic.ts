import type { Preset } from './preset.ts';

/** Any table of sales whose headers say what they are, in English or Chinese. */
export const generic: Preset = {
  id: 'generic',
  columns: {
    date: ['order date', 'sale date', 'sales date', 'invoice date', '日期', '下单日期', '订单日期', '成交日期', '销售日期', '开票日期'],
    amount: ['revenue', 'sales', 'net amount', 'total', '金额', '销售额', '订单金额', '成交金额', '销售金额'],
    quantity: ['qty', 'units', '数量', '销量'],
    metric: ['指标'],
    value: ['值', '数值'],
    owner: ['salesperson', 'sales rep', 'rep', 'seller', '负责人', '业务员', '销售员', '客户经理'],
    product: ['product name', 'sku', 'item', '产品', '商品', '产品名称', '商品名称'],
    channel: ['sales channel', '渠道', '销售渠道'],
    segment: ['细分市场'],
    customer: ['customer name', 'account', 'client', '客户', '客户名称'],
    order: ['order id', 'order no', 'order number', '订单编号', '订单号'],
    id: ['record id', '记录ID'],
    currency: ['币种', '货币'],
    cost: ['cogs', '成本'],
    profit: ['gross profit', '利润', '毛利', '毛利额'],
    note: ['备注'],
  },
  won: [],
  lost: [],
  kept: [],
  signatures: [],
};
