// What is known of mail providers. Only what they have published is followed: to take two people
// for one would be worse than to take one for two.

/** Domains that lead to the same mailbox under another name. */
export const sameMailbox: Readonly<Record<string, string>> = {
  "googlemail.com": "gmail.com",
  "protonmail.com": "proton.me",
  "protonmail.ch": "proton.me",
  "pm.me": "proton.me",
  "me.com": "icloud.com",
  "mac.com": "icloud.com",
  "ya.ru": "yandex.ru",
  "yandex.com": "yandex.ru",
  "yandex.by": "yandex.ru",
  "yandex.kz": "yandex.ru",
};

/**
 * What stands behind a plus is the reader's own mark here, and the mail arrives in the same
 * mailbox.
 */
export const withPlusTags: ReadonlySet<string> = new Set([
  ...[
    "gmail.com",
    "proton.me",
    "icloud.com",
    "yandex.ru",
    "outlook.com",
    "hotmail.com",
    "live.com",
    "msn.com",
  ],
  ...[
    "fastmail.com",
    "fastmail.fm",
    "mailbox.org",
    "posteo.de",
    "posteo.net",
    "hey.com",
    "zoho.com",
    "runbox.com",
  ],
]);

/** Dots before the @ mean nothing here. */
export const withoutDots: ReadonlySet<string> = new Set(["gmail.com"]);

// What follows is for budgets of mails alone, where it is worse to take one mailbox for two.

/** Further domains of one mailbox, as far as known. */
export const sameMailboxForBudgets: Readonly<Record<string, string>> = {
  "narod.ru": "yandex.ru",
  "yandex.ua": "yandex.ru",
  "yandex.uz": "yandex.ru",
  "yandex.az": "yandex.ru",
  "yandex.fr": "yandex.ru",
  "yandex.com.tr": "yandex.ru",
  "posteo.net": "posteo.de",
};

/** Characters before the @ that make no other mailbox, or only another way to write it. */
export const ignoredCharacters: Readonly<Record<string, RegExp>> = {
  "gmail.com": /\./g,
  "proton.me": /[._-]/g,
  // Dots and hyphens stand for each other.
  "yandex.ru": /[.-]/g,
};

/**
 * Yahoo's disposable addresses: a name, a hyphen and anything. No other name there has a hyphen.
 */
export const withHyphenTags = /^(yahoo\.[a-z.]+|ymail\.com|rocketmail\.com|myyahoo\.com|aol\.com)$/;

/** Whatever stands before `@ada.fastmail.com` leads to `ada@fastmail.com`. */
export const withSubdomainsOfUsers: ReadonlySet<string> = new Set(["fastmail.com", "fastmail.fm"]);

/**
 * Where millions have their address, so that many asks from there say nothing. Providers of
 * throw-away addresses are not among them.
 */
export const bigProviders: ReadonlySet<string> = new Set([
  ...[
    "gmail.com",
    "googlemail.com",
    "outlook.com",
    "hotmail.com",
    "live.com",
    "msn.com",
    "yahoo.com",
    "ymail.com",
    "icloud.com",
    "me.com",
    "mac.com",
    "aol.com",
  ],
  ...[
    "hotmail.co.uk",
    "hotmail.fr",
    "hotmail.it",
    "hotmail.es",
    "hotmail.de",
    "outlook.fr",
    "outlook.de",
    "outlook.es",
    "live.fr",
    "live.nl",
    "live.co.uk",
  ],
  ...[
    "yahoo.co.uk",
    "yahoo.fr",
    "yahoo.de",
    "yahoo.it",
    "yahoo.es",
    "yahoo.co.jp",
    "yahoo.co.in",
    "yahoo.com.br",
    "yahoo.com.mx",
    "yahoo.com.ar",
    "yahoo.ca",
  ],
  ...[
    "proton.me",
    "protonmail.com",
    "pm.me",
    "fastmail.com",
    "mailbox.org",
    "posteo.de",
    "tutanota.com",
    "tuta.io",
    "zoho.com",
    "mail.com",
    "hey.com",
  ],
  ...[
    "gmx.de",
    "gmx.net",
    "gmx.at",
    "gmx.ch",
    "gmx.com",
    "web.de",
    "t-online.de",
    "freenet.de",
    "bluewin.ch",
    "telenet.be",
    "skynet.be",
    "proximus.be",
    "ziggo.nl",
    "kpnmail.nl",
  ],
  ...[
    "orange.fr",
    "wanadoo.fr",
    "free.fr",
    "laposte.net",
    "sfr.fr",
    "libero.it",
    "virgilio.it",
    "tiscali.it",
    "alice.it",
    "terra.com.br",
    "uol.com.br",
    "bol.com.br",
    "sapo.pt",
  ],
  ...[
    "comcast.net",
    "verizon.net",
    "att.net",
    "cox.net",
    "sbcglobal.net",
    "bellsouth.net",
    "rogers.com",
    "shaw.ca",
    "btinternet.com",
    "sky.com",
    "virginmedia.com",
    "bigpond.com",
  ],
  ...[
    "yandex.ru",
    "ya.ru",
    "mail.ru",
    "rambler.ru",
    "ukr.net",
    "i.ua",
    "wp.pl",
    "o2.pl",
    "onet.pl",
    "interia.pl",
    "seznam.cz",
    "centrum.cz",
    "abv.bg",
    "citromail.hu",
    "freemail.hu",
  ],
  ...[
    "qq.com",
    "163.com",
    "126.com",
    "sina.com",
    "naver.com",
    "daum.net",
    "docomo.ne.jp",
    "ezweb.ne.jp",
    "rediffmail.com",
    "walla.co.il",
  ],
]);
