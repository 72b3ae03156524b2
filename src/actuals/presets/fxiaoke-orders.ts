import type { Preset } from './preset.ts';

/** 纷享销客 sales orders: field labels as headers where its pages export them, names of `SalesOrderObj` from its interface. */
export const fxiaokeOrders: Preset = {
  id: 'fxiaoke-orders',
  columns: {
    date: ['下单日期', '下单时间', 'order_time'],
    amount: ['销售订单金额(元)', '销售订单金额', '订单金额', 'order_amount'],
    owner: ['负责人', 'owner__r.name', 'owner__l', 'owner'],
    customer: ['客户名称', '客户', 'account_id__r', 'account_id'],
    order: ['销售订单编号', '订单编号', 'name'],
    id: ['数据ID', '_id'],
    product: ['产品名称', '产品'],
    quantity: ['数量'],
    currency: ['币种', 'mc_currency'],
    status: ['订单状态', 'order_status__r', 'order_status'],
    created: ['创建时间', 'create_time'],
    modified: ['最后修改时间', 'last_modified_time'],
  },
  won: [],
  lost: [],
  kept: [
    { column: '生命状态', labels: ['正常', 'normal', ''] },
    { column: 'life_status', labels: ['normal', ''] },
    { column: 'is_deleted', labels: ['false', '0', ''] },
  ],
  signatures: [['销售订单编号'], ['order_amount', 'order_time']],
  // A number of an order is given once; its lines are another object, with the products.
  idElse: { field: 'order', unless: ['product', 'quantity'] },
  zone: 'Asia/Shanghai',
  decoration: { owner: /[（(]已停用[)）]$/ },
};
