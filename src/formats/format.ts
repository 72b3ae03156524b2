import type { Language } from '../model/language.ts';
import type { RecordStream, Report } from '../model/report.ts';
import type { ColourLevel } from './colour-level.ts';

export interface FormatEnvironment {
  readonly language: Language;
  /** Columns of the window. */
  readonly width: number;
  readonly colour: ColourLevel;
  /** False: block characters and frames are drawn in ASCII. */
  readonly unicode: boolean;
}

/** A way to print reports. */
export interface Format {
  readonly id: string;
  /** Which reports it can print; all where absent. */
  readonly reports?: readonly string[];
  render(report: Report, environment: FormatEnvironment): string;
  /** Prints a stream of records piece by piece, where the format can. */
  readonly chunks?: (stream: RecordStream) => Iterable<string>;
}
