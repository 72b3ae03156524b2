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
actuals:
  orders:
    ${connect}
    columns: {date: ordered, amount: amount, owner: seller, product: product}
    where: {status: [完成, Done]}
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
}

export const ORDER_COLUMNS = ['ordered', 'amount', 'seller', 'product', 'city', 'status'] as const;

const SELLERS = ['Lina', '李娜', ' lina', 'BO', '王五', "it's"];
const PRODUCTS = ['Phone', '手机', 'tablet ', 'Watch', null];
const CITIES = ['京', '津', '穗', '港', '沪', '', null];
const STATUSES = ['完成', ' 完成', 'done', '取消', null];

/** Orders that hold what real ones hold: labels that fold, unknown ones, quotes and backslashes, empty cells. The same for the same count. */
export function ordersOf(count: number): readonly Order[] {
  return Array.from({ length: count }, (_, index) => {
    const mixed = (index * 7919) % 104729;
    const day = new Date(Date.UTC(2025, 11, 20) + (mixed % 400) * 86_400_000).toISOString().slice(0, 10);
    return {
      ordered: mixed % 97 === 0 ? null : day,
      amount: mixed % 89 === 0 ? null : `${mixed % 5 === 0 ? '-' : ''}${mixed % 9973}.${String(mixed % 100).padStart(2, '0')}`,
      seller: SELLERS[mixed % SELLERS.length] ?? null,
      product: PRODUCTS[mixed % PRODUCTS.length] ?? null,
      city: CITIES[mixed % CITIES.length] ?? null,
      status: STATUSES[(mixed >> 3) % STATUSES.length] ?? null,
    };
  });
}

export function csvOf(orders: readonly Order[]): string {
  const cell = (text: string | null) => (text === null ? '' : /[",\s]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return `${ORDER_COLUMNS.join(',')}\n${orders.map((order) => ORDER_COLUMNS.map((column) => cell(order[column])).join(',')).join('\n')}\n`;
}
