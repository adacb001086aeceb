/** A share of a picture as SVG writes it, finer than anybody sees. */
export const percent = (share: number): string => `${Number((share * 100).toFixed(2))}%`;

/** A length in em, which grows with the text. */
export const em = (length: number): string => `${Number(length.toFixed(2))}em`;
