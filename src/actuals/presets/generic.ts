import type { Preset } from './preset.ts';

/** Any table of sales whose headers say what they are, in English or Chinese. */
export const generic: Preset = {
  id: 'generic',
  columns: {
    date: ['order date', 'sale date', '日期', '下单日期', '订单日期', '成交日期', '销售日期'],
    amount: ['revenue', 'sales', 'net amount', '金额', '销售额', '订单金额', '成交金额'],
    quantity: ['qty', 'units', '数量', '销量'],
    owner: ['salesperson', 'sales rep', 'seller', '负责人', '业务员', '销售员', '客户经理'],
    product: ['product name', 'sku', '产品', '商品', '产品名称', '商品名称'],
    channel: ['渠道', '销售渠道'],
    segment: ['细分市场'],
    customer: ['account', 'client', '客户', '客户名称'],
    order: ['order id', 'order no', '订单编号', '订单号'],
    currency: ['币种', '货币'],
  },
  where: {},
  signature: [],
};
