const inEnglish = new Intl.NumberFormat("en-GB");

/** E.g. "12,345". */
export const formatNumber = (number: number): string => inEnglish.format(number);

/** E.g. "1,234 residents" or "1 resident". */
export const formatCount = (number: number, one: string, many: string): string =>
  `${formatNumber(number)} ${number === 1 ? one : many}`;
