const narrow = /[iljtfrI.,'’()|! -]/;
const wide = /[mwMW@%]/;
const latinCapital = /\p{Lu}/u;
const latin = /\p{Script=Latin}/u;

/** In em, rather too wide than too narrow: the server has no font to measure with. */
export function estimateWidth(text: string): number {
  return [...text].reduce((sum, letter) => sum + widthOf(letter), 0);
}

function widthOf(letter: string): number {
  if (narrow.test(letter)) return 0.36;
  if (wide.test(letter)) return 0.95;
  if (latinCapital.test(letter)) return 0.72;
  return latin.test(letter) || letter < "\u0590" ? 0.6 : 1;
}
