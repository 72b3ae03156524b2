// Makes the invented data of examples/electronics: two years of orders and deals, the figures kept by hand, feedback.
// Seeded: the same program gives the same bytes. Run: node scripts/make-example-data.mjs [folder]
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), '..', 'examples', 'electronics', 'data');
const [FIRST, LAST] = ['2024-07-01', '2026-06-30'];

const PRODUCTS = {
  x1: { name: 'X1 降噪耳机', list: 39900 },
  s2: { name: 'S2 智能音箱', list: 29900 },
  w3: { name: 'W3 智能手表', list: 89900 },
  p4: { name: 'P4 充电宝', list: 12900 },
};
const CHANNELS = { tmall: '天猫旗舰店', jd: '京东自营', stores: '体验店', direct: '企业直销' };
/** Yearly revenue in cents, how it grows, and who and what makes it. */
const SEGMENTS = [
  {
    yearly: 3_850_000_000,
    growth: 1.2,
    type: '个人',
    customers: 900,
    provinces: { 上海: 4, 江苏: 3, 浙江: 3 },
    owners: { 李娜: 11, 徐静: 9 },
    products: { x1: 5, w3: 4, p4: 1 },
    channels: { tmall: 5, jd: 3, stores: 2 },
  },
  {
    yearly: 2_850_000_000,
    growth: 0.97,
    type: '个人',
    customers: 700,
    provinces: { 广东: 7, 福建: 3 },
    owners: { 赵敏: 1 },
    products: { s2: 6, x1: 2, p4: 1 },
    channels: { tmall: 3, jd: 5, stores: 2 },
  },
  {
    yearly: 1_400_000_000,
    growth: 1.12,
    type: '个人',
    customers: 600,
    provinces: { 北京: 5, 天津: 2, 河北: 3 },
    owners: { 刘洋: 1 },
    products: { x1: 5, p4: 4, w3: 1 },
    channels: { tmall: 6, jd: 4 },
  },
  {
    yearly: 1_900_000_000,
    growth: 1.15,
    type: '企业',
    customers: 120,
    provinces: { 上海: 4, 广东: 3, 北京: 3 },
    owners: { 孙莉: 1 },
    products: { w3: 6, p4: 3, x1: 1 },
    channels: { direct: 1 },
  },
];
/** Part of an average month: promotions in March, June, September and November, a quiet Spring Festival. */
const SEASON = [0.82, 0.62, 1.02, 0.9, 0.96, 1.22, 0.86, 0.95, 1.12, 1.02, 1.52, 0.99];

/** On so many of its days a segment orders at all. */
const ORDERING = 0.27;

const random = seeded(8);

mkdirSync(folder, { recursive: true });
write('orders.csv', ['订单编号', '下单日期', '客户编号', '客户类型', '省份', '渠道', '产品', '数量', '金额', '负责人', '状态'], orders());
write('deals.csv', ['商机编号', '客户编号', '阶段', '金额', '创建日期', '预计成交', '负责人'], deals());
write('by-hand.csv', ['date', 'metric', 'value', 'note'], byHand());
write('feedback.csv', ['日期', '客户编号', '评分', '反馈', '回复日期'], feedback());

function* orders() {
  let number = 0;
  for (const day of days(FIRST, LAST)) {
    for (const [index, segment] of SEGMENTS.entries()) {
      if (random() >= ORDERING) continue;
      const count = random() < 0.75 ? 1 : 2;
      const share = dayShare(day, segment) / ORDERING / count;
      for (let each = 0; each < count; each++) {
        number++;
        yield order(day, segment, index, share * (0.5 + random()), number);
      }
    }
  }
}

function order(day, segment, index, wanted, number) {
  const product = PRODUCTS[pick(segment.products)];
  const discount = Math.floor(random() * 9);
  const price = Math.round((product.list * (100 - discount)) / 100);
  const quantity = Math.max(1, Math.round(wanted / price));
  const isCancelled = random() < 0.03;
  const isYoung = day >= '2026-06-21';
  return [
    `XL${day.slice(2, 4)}${String(number).padStart(5, '0')}`,
    day,
    `C${index + 1}${String(Math.floor(random() ** 2 * segment.customers)).padStart(4, '0')}`,
    segment.type,
    pick(segment.provinces),
    CHANNELS[pick(segment.channels)],
    product.name,
    quantity,
    yuan(quantity * price),
    pick(segment.owners),
    isCancelled ? '已取消' : isYoung && random() < 0.5 ? '已完成' : '已签收',
  ];
}

/** What a day brings: the year's level grows from mid-2024 on, weekends sell more to people and nothing to companies. */
function dayShare(day, { yearly, growth, type }) {
  const years = (Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - (2025 * 12 + 6)) / 12;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const isWeekend = weekday === 0 || weekday === 6;
  const rhythm = type === '企业' ? (isWeekend ? 0.05 : 1.38) : isWeekend ? 1.3 : 0.88;
  return (yearly / 365) * growth ** years * SEASON[Number(day.slice(5, 7)) - 1] * rhythm;
}

function* deals() {
  const stages = { 线索: 4, 商机: 3, 谈判: 2, 成交: 4, 输单: 3 };
  for (let number = 1; number <= 360; number++) {
    const created = plusDays('2025-07-01', Math.floor((number / 360) * 362));
    const stage = created < '2026-04-01' ? (random() < 0.58 ? '成交' : '输单') : pick(stages);
    const close = plusDays(created, 20 + Math.floor(random() * 70));
    const amount = Math.round((8 + random() ** 2 * 140) * 1_000_000);
    yield [
      `D${String(number).padStart(4, '0')}`,
      `C4${String(Math.floor(random() * 120)).padStart(4, '0')}`,
      stage,
      yuan(amount),
      created,
      close,
      '孙莉',
    ];
  }
}

function* byHand() {
  const months = ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31'];
  const figures = {
    repeat_rate: [31.2, 31.6, 32.3, 32.9, 33.4],
    stores: [12, 12, 13, 14, 15],
    satisfaction: [4.62, 4.6, 4.64, 4.66, 4.67],
  };
  for (const [index, day] of months.entries()) {
    for (const [metric, values] of Object.entries(figures)) yield [day, metric, values[index], '月末统计'];
  }
}

function* feedback() {
  const says = [
    '降噪效果好',
    '续航不错',
    '客服回复快',
    '包装有磕碰',
    '等了三天才有人联系',
    '手表表带偏硬',
    '孩子很喜欢音箱',
    '发货比预计晚',
  ];
  for (let number = 0; number < 120; number++) {
    const day = plusDays('2026-01-05', Math.floor(number * 1.45));
    const score = 3 + Math.floor(random() * 3);
    const reply = plusDays(day, Math.floor(random() * 4));
    yield [
      day,
      `C${1 + Math.floor(random() * 4)}${String(Math.floor(random() * 120)).padStart(4, '0')}`,
      score,
      says[Math.floor(random() * says.length)],
      reply,
    ];
  }
}

function write(name, head, rows) {
  const lines = [head, ...rows].map((cells) => `${cells.join(',')}\n`);
  writeFileSync(join(folder, name), lines.join(''));
  console.log(`${name}: ${lines.length - 1} rows`);
}

function yuan(cents) {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
}

function* days(first, last) {
  for (let day = first; day <= last; day = plusDays(day, 1)) yield day;
}

function plusDays(day, count) {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

function pick(weights) {
  let at = random() * Object.values(weights).reduce((a, b) => a + b);
  for (const [name, weight] of Object.entries(weights)) {
    at -= weight;
    if (at < 0) return name;
  }
  return Object.keys(weights)[0];
}

/** mulberry32. */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
