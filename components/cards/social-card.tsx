import { wrapText } from "@/lib/embed/wrap-text";
import { night, nightTowers } from "@/lib/night";

type Props = {
  /** The coalition's name and mark, above all. */
  sender?: string;
  mark: string;
  above?: string;
  title?: string;
  below: string[];
  /** Stands on the stripe where it is a skyline, in the middle of the night otherwise. */
  picture: { source: string; width: number; height: number; isSkyline: boolean };
  fontFamily: string;
};

const margin = 64;
const width = 1200 - 2 * margin;
const between = 56;
const small = {
  display: "block",
  lineHeight: 1.25,
  wordBreak: "break-word",
  lineClamp: 2,
} as const;
/** In pixels. */
const smallest = 36;
/** Of a title in the smallest size. */
const maxLines = 7;

/**
 * A page's social card, for a library that knows a part of CSS:
 * https://github.com/vercel/satori#css
 */
export function SocialCard({ sender, mark, above, title, below, picture, fontFamily }: Props) {
  return (
    <div
      style={{
        display: "flex",
        flexDirection: "column",
        width: "100%",
        height: "100%",
        backgroundColor: night.ground,
        color: night.ink,
        fontFamily,
      }}
    >
      <div style={{ display: "flex", flexGrow: 1, padding: `0 ${margin}px` }}>
        <div
          style={{
            display: "flex",
            flexDirection: "column",
            width: width - picture.width - between,
            paddingTop: 52,
            paddingBottom: 48,
          }}
        >
          <div style={{ display: "flex", alignItems: "flex-end", gap: 20, width }}>
            <img src={mark} width={68} height={56} />
            {sender ? (
              <div style={{ fontSize: 34, lineHeight: 1, fontWeight: 800 }}>{sender}</div>
            ) : null}
          </div>
          <div
            style={{
              display: "flex",
              flexDirection: "column",
              flexGrow: 1,
              justifyContent: "center",
            }}
          >
            {above ? (
              <div style={{ ...small, fontSize: 32, color: night.softInk, marginBottom: 12 }}>
                {above}
              </div>
            ) : null}
            {title ? <Title text={title} room={width - picture.width - between} /> : null}
            {below.map((line) => (
              <div key={line} style={{ ...small, fontSize: 38, marginTop: 14 }}>
                {line}
              </div>
            ))}
          </div>
        </div>
        <div
          style={{
            display: "flex",
            marginLeft: between,
            alignItems: picture.isSkyline ? "flex-end" : "center",
          }}
        >
          <img src={picture.source} width={picture.width} height={picture.height} />
        </div>
      </div>
      <div style={{ display: "flex", height: 18 }}>
        {nightTowers.map(({ colour }) => (
          <div key={colour} style={{ display: "flex", flexGrow: 1, backgroundColor: colour }} />
        ))}
      </div>
    </div>
  );
}

function Title({ text, room }: { text: string; room: number }) {
  const fontSize = titleSize(text, room);
  // Balanced, a text that is cut off would be cut off far too early.
  const lines = fontSize > smallest ? { textWrap: "balance" as const } : { lineClamp: maxLines };
  return (
    <div
      style={{
        display: "block",
        fontSize,
        lineHeight,
        fontWeight: 800,
        letterSpacing: "-0.01em",
        wordBreak: "break-word",
        ...lines,
      }}
    >
      {text}
    </div>
  );
}

/** For titles of up to so many letters, in pixels. */
const sizes = [
  { letters: 18, size: 112 },
  { letters: 40, size: 80 },
  { letters: 70, size: 66 },
  { letters: 110, size: 54 },
  { letters: Infinity, size: 44 },
];
const lineHeight = 1.08;
/** What the lines above and below a title leave of the card. */
const maxHeight = 300;
/** A word too long for a line in these letters is broken instead. */
const smallestForWord = 44;

/** As large as the title and its longest word allow. */
function titleSize(text: string, room: number): number {
  const fitting = sizes.find(
    ({ letters, size }) => text.length <= letters && heightAt(size, text, room) <= maxHeight,
  );
  const longestWord = Math.max(...text.split(" ").map((word) => word.length));
  const widthOfALetter = 0.62;
  const ofWord = Math.floor(room / (longestWord * widthOfALetter));
  return Math.min(fitting?.size ?? smallest, Math.max(smallestForWord, ofWord));
}

const heightAt = (size: number, text: string, room: number): number =>
  wrapText(text, room / size).length * size * lineHeight;
