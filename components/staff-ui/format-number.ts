const inEnglish = new Intl.NumberFormat("en-GB");

/** E.g. "12,345". */
export const formatNumber = (number: number): string => inEnglish.format(number);
