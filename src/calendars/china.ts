import { getDayDetail } from 'chinese-days';
import { addDays, day } from '../model/day.ts';
import type { CalendarQuestion, ImportedCalendar, ImportedDay } from './imported.ts';

/** Version of the package that holds the yearly notices of the State Council. */
export const CHINESE_DAYS = '1.5.7';

/** Mainland China's holidays and make-up working days as announced; undefined for a year that the package does not hold. */
export function chinaOf({ country, region, year, language }: CalendarQuestion): ImportedCalendar | undefined {
  const holidays: ImportedDay[] = [];
  const extraWorkingDays: ImportedDay[] = [];
  for (let on = day(`${year}-01-01`); on <= day(`${year}-12-31`); on = addDays(on, 1)) {
    const { name, work } = getDayDetail(on);
    const [english, chinese] = name.split(',');
    if (english === undefined || chinese === undefined) continue;
    const isZh = language.startsWith('zh');
    if (work) extraWorkingDays.push({ day: on, name: isZh ? `${chinese}调休` : `${english} make-up day`, isEstimated: false });
    else holidays.push({ day: on, name: isZh ? chinese : english, isEstimated: false });
  }
  const source = `chinese-days ${CHINESE_DAYS}`;
  return holidays.length === 0 ? undefined : { country, region, year, source, authority: 'official', holidays, extraWorkingDays };
}
