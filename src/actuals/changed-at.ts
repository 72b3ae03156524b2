import { dayNumber } from '../model/day.ts';
import { instantOf } from './date-text.ts';
import type { DayReader } from './worth.ts';

const TIME = /(上午|下午)? ?(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(?: ?([ap])\.?m\.?)?$/i;
const DAY_MS = 86_400_000;

/** When a record was changed, in milliseconds, to be compared with others of its file; undefined where the text does not say. */
export function changedAt(text: string, dayOf: DayReader): number | undefined {
  const plain = text.normalize('NFKC').trim();
  if (/^\d{12,13}$/.test(plain)) return Number(plain);
  const instant = instantOf(plain);
  if (instant !== undefined) return instant;
  const day = dayOf(plain);
  if (day === undefined || day === 'ambiguous') return undefined;
  const [, half, hours = '0', minutes = '0', seconds = '0', parts = '', letter] = TIME.exec(plain) ?? [];
  const isAfternoon = half === '下午' || letter?.toLowerCase() === 'p';
  const isHalved = half !== undefined || letter !== undefined;
  const hour = isHalved ? (Number(hours) % 12) + (isAfternoon ? 12 : 0) : Number(hours);
  return dayNumber(day) * DAY_MS + ((hour * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(parts.padEnd(3, '0'));
}
