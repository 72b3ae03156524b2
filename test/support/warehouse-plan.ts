/** A plan whose actuals lie in one table, with everything that a roll-up pushes down: filter, match, names, a joined file. */
export function warehousePlan(connect: string, more = ''): string {
  return `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
segments:
  north: {name: North, match: {province: [北京, 天津]}}
  south: {name: South, match: {province: [广东, "O'Neill \\\\ \\"x\\""]}}
strategy:
  product:
    phone: {name: Phone, aliases: [手机]}
    tablet: {name: Tablet}
team:
  members:
    lina: {name: Lina, aliases: [李娜]}
    bo: {name: Bo}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: segment, shares: {north: 50%, south: 50%}}
      - {by: quarter}
  orders: {metric: orders, target: 500, owner: lina}
  new: {metric: new_customers, target: 20, owner: lina}
  active: {metric: active_customers, target: 30, owner: lina}
  repeat: {metric: repeat_purchase_rate, target: 50%, owner: lina}
  won: {metric: win_rate, target: 50%, owner: lina}
  value: {metric: win_rate_by_value, target: 50%, owner: lina}
  cycle: {metric: cycle_time, target: 30, owner: lina}
  margin: {metric: gross_margin, target: 30%, owner: lina}
actuals:
  orders:
    ${connect}
    columns: {date: ordered, amount: amount, owner: seller, product: product, order: order_no, customer: buyer, created: opened, cost: cost}
    where: {status: [完成, Done]}
    lost: {status: [取消]}
    join: [{file: provinces.csv, on: city}]${more}
`;
}

export const PROVINCES = 'city,province\n京,北京\n津,天津\n穗,广东\n港,"O\'Neill \\ ""x"""\n';

/** One order; null where the cell is empty. */
export interface Order {
  readonly ordered: string | null;
  readonly amount: string | null;
  readonly seller: string | null;
  readonly product: string | null;
  readonly city: string | null;
  readonly status: string | null;
  readonly order_no: string | null;
  readonly buyer: string | null;
  readonly opened: string | null;
  readonly cost: string | null;
}

export const ORDER_COLUMNS = ['ordered', 'amount', 'seller', 'product', 'city', 'status', 'order_no', 'buyer', 'opened', 'cost'] as const;

/** As tables have them. */
export const TYPED_COLUMNS =
  'ordered DATE, amount DECIMAL(12, 2), seller TEXT, product TEXT, city TEXT, status TEXT, order_no TEXT, buyer TEXT, opened DATE, cost DECIMAL(12, 2)';

const SELLERS = ['Lina', '李娜', ' lina', 'BO', '王五', "it's"];
const PRODUCTS = ['Phone', '手机', 'tablet ', 'Watch', null];
const CITIES = ['京', '津', '穗', '港', '沪', '', null];
const STATUSES = ['完成', ' 完成', 'done', '取消', null];

/** Orders that hold what real ones hold: labels that fold, unknown ones, quotes and backslashes, empty cells. The same for the same count. */
export function ordersOf(count: number): readonly Order[] {
  return Array.from({ length: count }, (_, index) => {
    const mixed = (index * 7919) % 104729;
    // Two or three lines are an order, most of them of one day; two orders are of one customer's day.
    const order = Math.floor((index * 2) / 5);
    const start = ((order >> 1) * 7919) % 700;
    const day = dayAt(index % 7 === 0 ? mixed % 700 : start);
    const buyer = ((order >> 1) * 31) % 41;
    return {
      ordered: mixed % 97 === 0 ? null : day,
      amount: mixed % 89 === 0 ? null : `${mixed % 5 === 0 ? '-' : ''}${mixed % 9973}.${String(mixed % 100).padStart(2, '0')}`,
      seller: SELLERS[mixed % SELLERS.length] ?? null,
      product: PRODUCTS[mixed % PRODUCTS.length] ?? null,
      city: CITIES[mixed % CITIES.length] ?? null,
      status: STATUSES[(mixed >> 3) % STATUSES.length] ?? null,
      order_no: order % 13 === 0 ? null : `S-${order}`,
      buyer: buyer === 7 ? null : `C${buyer}`,
      opened: mixed % 6 === 0 ? null : dayAt(start - (mixed % 90)),
      cost: mixed % 4 === 0 ? null : `${mixed % 5003}.5`,
    };
  });
}

function dayAt(number: number): string {
  return new Date(Date.UTC(2025, 0, 20) + number * 86_400_000).toISOString().slice(0, 10);
}

export function csvOf(orders: readonly Order[]): string {
  const cell = (text: string | null) => (text === null ? '' : /[",\s]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return `${ORDER_COLUMNS.join(',')}\n${orders.map((order) => ORDER_COLUMNS.map((column) => cell(order[column])).join(',')).join('\n')}\n`;
}
