import { EmbedMark } from "@/components/embed/embed-mark";
import type { EmbedContent } from "@/lib/embed/queries";
import { fitText } from "@/lib/embed/fit-text";
import { classOfSize, frameStyle } from "@/lib/embed/frame-style";
import { grounds, type Ground } from "@/lib/embed/grounds";
import { directionOf, type Locale } from "@/lib/i18n/locales";

type Props = { locale: Locale; ground: Ground; content: EmbedContent };

/** A whole document for a frame on another site. Its link leaves the frame. */
export function EmbedFrame({ locale, ground, content: { title, text, url } }: Props) {
  const size = classOfSize(fitText(title, text).size);
  return (
    <html lang={locale} dir={directionOf(locale)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${title}. ${text}`}</title>
        <link rel="canonical" href={url} />
        <style>{frameStyle}</style>
      </head>
      <body>
        <a href={url} target="_top" className={`${ground} ${size}`}>
          <svg width="68" height="56" aria-hidden="true">
            <EmbedMark towers={grounds[ground].towers} />
          </svg>
          <span>
            <strong>
              <bdi>{title}</bdi>
            </strong>{" "}
            {text}
          </span>
        </a>
      </body>
    </html>
  );
}
