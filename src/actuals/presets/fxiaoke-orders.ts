import type { Preset } from './preset.ts';

/** 纷享销客 sales orders, as its pages export them: field labels as headers. */
export const fxiaokeOrders: Preset = {
  id: 'fxiaoke-orders',
  columns: {
    date: ['下单日期', '下单时间'],
    amount: ['销售订单金额(元)', '销售订单金额', '订单金额'],
    owner: ['负责人'],
    customer: ['客户名称', '客户'],
    order: ['销售订单编号', '订单编号'],
    product: ['产品名称', '产品'],
    quantity: ['数量'],
    currency: ['币种'],
    status: ['订单状态'],
  },
  where: { 生命状态: ['正常', 'normal'] },
  signature: ['销售订单编号'],
};
