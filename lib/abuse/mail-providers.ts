// Only what providers have published: merging two people is worse than counting one twice.

/** Alias domain → main domain. */
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

/** Dots before the @ are ignored here. */
export const withoutDots: ReadonlySet<string> = new Set(["gmail.com"]);

// From here on for mail budgets only, where counting one mailbox as two is the worse mistake.

export const sameMailboxForBudgets: Readonly<Record<string, string>> = {
  "narod.ru": "yandex.ru",
  "yandex.ua": "yandex.ru",
  "yandex.uz": "yandex.ru",
  "yandex.az": "yandex.ru",
  "yandex.fr": "yandex.ru",
  "yandex.com.tr": "yandex.ru",
  "posteo.net": "posteo.de",
};

/** Characters before the @ that do not distinguish mailboxes. */
export const ignoredCharacters: Readonly<Record<string, RegExp>> = {
  "gmail.com": /\./g,
  "proton.me": /[._-]/g,
  // Dots and hyphens are interchangeable.
  "yandex.ru": /[.-]/g,
};

/** Yahoo's disposable addresses: name, hyphen, anything. Other names there have no hyphen. */
export const withHyphenTags = /^(yahoo\.[a-z.]+|ymail\.com|rocketmail\.com|myyahoo\.com|aol\.com)$/;

/** All mail to `@ada.fastmail.com` is delivered to `ada@fastmail.com`. */
export const withSubdomainsOfUsers: ReadonlySet<string> = new Set(["fastmail.com", "fastmail.fm"]);

/** Providers with millions of users, where many endorsements are no sign of abuse. No throw-away ones. */
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
