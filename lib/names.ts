import { parse } from "tldts";

// Names are shown and mailed to others: with an address in it, a name could be advertising.

/** Browsers and mail programs take these for dots, too. */
const dots = /[\u3002\uFF61\uFE52]/gu;

/** Such as "ada@example.com", "www.example" or "see example.com". */
export function holdsAddress(name: string): boolean {
  const plain = name.replace(dots, ".").normalize("NFKC").replace(dots, ".");
  if (/[@\\]|:\/\/|\bwww\./iu.test(plain)) return true;
  return plain.split(/[^\p{L}\p{M}\p{N}.-]+/u).some(endsLikeDomain);
}

/** Only top-level domains that exist: names such as "J.Smith" may be typed without a space. */
function endsLikeDomain(word: string): boolean {
  const { domain, isIcann } = parse(word.replace(/^[.-]+|[.-]+$/g, "").toLowerCase(), {
    extractHostname: false,
  });
  return domain !== null && isIcann === true;
}
