import { civilDate } from '../model/civil-time';
import type { Month } from '../model/months';
import type { WeekHour } from '../model/usage-stats';
import { locale, perLocale } from './locale';

/** Numbers, bytes and dates in the user's locale. Civil dates are formatted as UTC, so that no time zone shifts them. */
const numbers = (options: Intl.NumberFormatOptions) =>
  perLocale((locale) => new Intl.NumberFormat(locale, options));
const dates = (options: Intl.DateTimeFormatOptions) =>
  perLocale((locale) => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }));

const millisecondsPerHour = 3_600_000;

const whole = numbers({ maximumFractionDigits: 0 });
const compact = numbers({ notation: 'compact', maximumFractionDigits: 1 });
const percent = numbers({ style: 'percent', maximumFractionDigits: 0 });
const finePercent = numbers({ style: 'percent', maximumFractionDigits: 1 });
const exactPercent = numbers({ style: 'percent', maximumFractionDigits: 2 });
const monthName = dates({ month: 'long', year: 'numeric' });
const dayMonth = dates({ day: 'numeric', month: 'short' });
const shortMonth = dates({ month: 'short' });
const weekday = dates({ weekday: 'short' });
const hour = dates({ hour: 'numeric' });
const minute = dates({ hour: 'numeric', minute: '2-digit' });
const dayMonthYear = dates({ day: 'numeric', month: 'short', year: 'numeric' });
const weekdayDay = dates({ weekday: 'short', day: 'numeric', month: 'short' });

const plain = numbers({ maximumFractionDigits: 9, useGrouping: false });

/** '2.5', for fields: with the locale's decimal separator, which fields also accept. */
export const formatPlain = (value: number): string => plain().format(value);

export const formatNumber = (value: number): string => whole().format(value);

/** '1.2M', for axes and small spaces. The exact number is next to it or in its label. */
export const formatCompact = (value: number): string => compact().format(value);

/** A share or a change; below 10 % with one decimal. Only zero reads as 0 %. */
export function formatPercent(fraction: number): string {
  if (fraction > 0 && fraction < 0.001) return `<${finePercent().format(0.001)}`;
  return (Math.abs(fraction) < 0.1 ? finePercent() : percent()).format(fraction);
}

export const formatMonth = (month: Month): string => monthName().format(civil(`${month}-01`));

export const formatDay = (date: string): string => weekdayDay().format(civil(date));

/** '23 Oct 2026'. */
export const formatDate = (date: string): string => dayMonthYear().format(civil(date));

/** '1 – 23 Oct' in the locale's own order. */
export const formatRange = (from: string, to: string): string =>
  dayMonth().formatRange(civil(from), civil(to));

/** '1 – 23 Oct 2026', with the year, for titles. */
export const formatDates = (from: string, to: string): string =>
  dayMonthYear().formatRange(civil(from), civil(to));

/** 'Oct', for axes. */
export const formatShortMonth = (month: Month): string => shortMonth().format(civil(`${month}-01`));

/** 'Mon' for 0 … 'Sun' for 6. */
export const formatWeekday = (day: number): string => weekday().format(Date.UTC(2024, 0, 1 + day));

/** '2 PM' or '14 Uhr', for axes. `hour` is 0 to 23. */
export const formatHour = (value: number): string => hour().format(value * millisecondsPerHour);

/** 'Mon, 2:00 – 2:59 PM' or 'Mo, 14:00–14:59 Uhr'. */
export const formatWeekHour = ({ weekday, hour }: WeekHour): string =>
  `${formatWeekday(weekday)}, ${hourSpans()[hour] ?? ''}`;

/** '2:00 – 2:59 PM' for every hour, cached: formatting a range takes 0.1 ms, and a heat map needs 168. */
const hourSpans = perLocale(() =>
  Array.from({ length: 24 }, (_, hour) => {
    const begins = hour * millisecondsPerHour;
    return minute().formatRange(begins, begins + millisecondsPerHour - 1);
  }),
);

/** The first day of the week in the user's locale: 0 is Monday, 6 is Sunday. */
export const firstWeekday = perLocale((locale) => {
  const known: WeekLocale = new Intl.Locale(locale);
  // 1 is Monday, which is also the default if the engine doesn't know.
  return ((known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? 1) - 1;
});

/** Older engines have the property, newer ones the method, some neither. */
interface WeekLocale extends Partial<Pick<Intl.Locale, 'getWeekInfo'>> {
  weekInfo?: { firstDay: number };
}

/** A rate, exact to a hundredth of a percent. */
export const formatFinePercent = (fraction: number): string => exactPercent().format(fraction);

/** A moment (UTC milliseconds) in the reporting zone. */
export function formatMoment(time: number, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(time);
}

/** 'Sun, 10:00 AM – 3:00 PM' in the reporting zone; times are UTC milliseconds. */
export function formatTimes(from: number, to: number, timeZone: string): string {
  const format = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
  });
  // `formatRange` adds the day of the month once the days differ, which the weekday already says.
  if (civilDate(from, timeZone) === civilDate(to, timeZone)) return format.formatRange(from, to);
  return `${format.format(from)} – ${format.format(to)}`;
}

export function formatBytes(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
  const power = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3));
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[power] ?? 'byte',
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: power < 2 ? 0 : 1,
  }).format(bytes / 1000 ** power);
}

export function formatSeconds(seconds: number): string {
  const isLong = seconds >= 90;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: isLong ? 'minute' : 'second',
    unitDisplay: 'long',
    maximumFractionDigits: 0,
  }).format(Math.max(1, isLong ? seconds / 60 : seconds));
}

function civil(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}
