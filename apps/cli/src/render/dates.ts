const months = "January February March April May June July August September October November December".split(
  " ",
);

/** `2024-11-18` as `18 November 2024`. What is not an ISO date is returned as it is. */
export function longDate(iso: string): string {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso);
  const month = months[Number(parts?.[2]) - 1];
  return parts === null || month === undefined ? iso : `${Number(parts[3])} ${month} ${Number(parts[1])}`;
}

/** `2024-11-18` as `18 Nov 2024`. */
export function shortDate(iso: string): string {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso);
  const month = months[Number(parts?.[2]) - 1];
  return parts === null || month === undefined
    ? iso
    : `${Number(parts[3])} ${month.slice(0, 3)} ${Number(parts[1])}`;
}

/** Dates of closes for an axis: by month where each is the last day of a month, by day otherwise. */
export function axisDate(iso: string): string {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso);
  const month = months[Number(parts?.[2]) - 1];
  if (parts === null || month === undefined) return iso;
  const lastDay = new Date(Date.UTC(Number(parts[1]), Number(parts[2]), 0)).getUTCDate();
  return Number(parts[3]) === lastDay ? `${month.slice(0, 3)} ${Number(parts[1])}` : shortDate(iso);
}

/** First days for a heading: a month's first day is called by its month. */
export function openingDate(iso: string): string {
  return iso.endsWith("-01") ? axisDate(iso).replace(/^1 /, "") : shortDate(iso);
}
