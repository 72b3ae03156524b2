import ICAL from 'ical.js';
import { addDays, type Day } from '../../model/day.ts';
import { fromAmount } from '../../model/fraction.ts';
import { exportText } from '../../text/export-text.ts';
import { exactText } from '../../text/numbers.ts';
import type { ExportedSubgoal, ExportFormat, ExportInput } from './export-format.ts';

/** RFC 5545: each deadline is a day in the calendar that blocks no time. The same subgoals are the same bytes. */
export const icalendar: ExportFormat = {
  id: 'icalendar',
  isBinary: false,
  render: async (input) => {
    // A continuation line begins with a space, which the library does not count.
    ICAL.foldLength = 74;
    const calendar = new ICAL.Component('vcalendar');
    calendar.addPropertyWithValue('version', '2.0');
    calendar.addPropertyWithValue('prodid', '-//salesplan//salesplan//EN');
    calendar.addPropertyWithValue('method', 'PUBLISH');
    calendar.addPropertyWithValue('x-wr-calname', input.plan);
    for (const subgoal of input.subgoals) calendar.addSubcomponent(eventOf(subgoal, input));
    return `${calendar.toString()}\r\n`;
  },
};

function eventOf(
  { id, key, goal, places, metric, target, owner, deadline }: ExportedSubgoal,
  { language, day }: ExportInput,
): ICAL.Component {
  const event = new ICAL.Component('vevent');
  const amount = target === undefined ? '–' : exactText(fromAmount(target, metric.decimals), metric);
  const place = [goal, ...places.values()].join(' › ');
  event.addPropertyWithValue('uid', `${key}@salesplan`);
  event.addPropertyWithValue('dtstamp', ICAL.Time.fromDateTimeString(`${day}T00:00:00Z`));
  event.addPropertyWithValue('dtstart', dateOf(deadline));
  event.addPropertyWithValue('dtend', dateOf(addDays(deadline, 1)));
  event.addPropertyWithValue('summary', exportText[language].due(amount, place, owner));
  event.addPropertyWithValue('description', id);
  event.addPropertyWithValue('contact', owner);
  event.addPropertyWithValue('transp', 'TRANSPARENT');
  return event;
}

function dateOf(on: Day): ICAL.Time {
  return ICAL.Time.fromDateString(on);
}
