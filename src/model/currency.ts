/** Minor units of ISO 4217 that are not two decimal places. */
const DECIMALS: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
  CLF: 4,
  UYW: 4,
};

/** Decimal places of a currency's minor unit: 2 for CNY, 0 for JPY, 3 for KWD. */
export function currencyDecimals(code: string): number {
  return Object.hasOwn(DECIMALS, code) ? (DECIMALS[code] ?? 2) : 2;
}

/** Signs and names that say which money it is, in small letters. */
const CURRENCIES: Readonly<Record<string, string>> = {
  人民币: 'CNY',
  rmb: 'CNY',
  美元: 'USD',
  us$: 'USD',
  欧元: 'EUR',
  '€': 'EUR',
  英镑: 'GBP',
  '£': 'GBP',
  港元: 'HKD',
  港币: 'HKD',
  hk$: 'HKD',
  日元: 'JPY',
  '₹': 'INR',
};
/** Where 元 and ¥ are the plan's own money, they are that. */
const YUAN = new Set(['CNY', 'TWD', 'HKD', 'MOP', 'JPY']);
const DOLLAR = new Set(['USD', 'HKD', 'SGD', 'AUD', 'CAD', 'NZD', 'TWD']);

/** Longer words first: 百万元 is no 元 of 百万 that would be found in part. */
export function currencyWords(planCurrency: string): readonly (readonly [string, string])[] {
  const yuan = YUAN.has(planCurrency) ? planCurrency : 'CNY';
  const dollar = DOLLAR.has(planCurrency) ? planCurrency : 'USD';
  return [...Object.entries(CURRENCIES), ['元', yuan], ['¥', yuan], ['$', dollar]];
}

const KNOWN = new Set(
  'cny usd eur gbp jpy hkd twd sgd aud cad nzd inr krw chf sek nok dkk rub brl mxn zar thb myr idr php vnd aed sar try pln czk huf ils mop'.split(
    ' ',
  ),
);

/** An ISO 4217 code of those that trade is done in, in small letters. */
export function isCurrency(code: string): boolean {
  return KNOWN.has(code);
}

/** All marks that an amount may carry, in small letters, longer ones first where one holds another. */
export const MONEY_MARKS: readonly string[] = [...Object.keys(CURRENCIES), ...KNOWN, '元', '¥', '$'];

/** What a mark in small letters says where the plan's money is `planCurrency`. */
export function currencyOfMark(mark: string, planCurrency: string): string | undefined {
  const [, currency] = currencyWords(planCurrency).find(([word]) => word === mark) ?? [];
  return currency ?? (isCurrency(mark) ? mark.toUpperCase() : undefined);
}
