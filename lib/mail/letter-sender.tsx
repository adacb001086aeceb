import type { ReactNode } from "react";
import { LayoutTable } from "@/lib/mail/layout-table";
import { text } from "@/lib/mail/letter-style";
import { night, nightTowers } from "@/lib/night";

/** In pixels, in the proportions of the site's logo. */
const tower = { width: 6, floor: 4, street: 1 };

/** Text and background share one element: a mail program that changes one colour changes both. */
export function LetterSender({ name }: { name: string }) {
  return (
    <>
      <tr>
        <td
          style={{
            padding: "18px 24px",
            backgroundColor: night.ground,
            borderRadius: "8px 8px 0 0",
          }}
        >
          <LayoutTable>
            <tr>
              <td valign="bottom">
                <Mark />
              </td>
              <td valign="bottom" style={{ paddingInlineStart: "14px" }}>
                <p
                  style={{
                    ...text,
                    margin: 0,
                    fontSize: "17px",
                    lineHeight: "1.15",
                    fontWeight: 700,
                    color: night.ink,
                    backgroundColor: night.ground,
                  }}
                >
                  {name}
                </p>
              </td>
            </tr>
          </LayoutTable>
        </td>
      </tr>
      <tr>
        <td>
          <LayoutTable width="100%" style={{ tableLayout: "fixed" }}>
            <tr>
              {nightTowers.map(({ colour }) => (
                <Block key={colour} colour={colour} height={6} />
              ))}
            </tr>
          </LayoutTable>
        </td>
      </tr>
    </>
  );
}

/** Drawn with table cells, because many mail programs hide images. */
function Mark() {
  return (
    <LayoutTable dir="ltr">
      <tr>
        {nightTowers.map(({ floors, colour }) => (
          <td key={colour} valign="bottom" style={{ paddingRight: `${tower.street}px` }}>
            <LayoutTable>
              <tr>
                <Block colour={colour} height={floors * tower.floor} width={tower.width} />
              </tr>
            </LayoutTable>
          </td>
        ))}
      </tr>
    </LayoutTable>
  );
}

function Block({
  colour,
  height,
  width,
}: {
  colour: string;
  height: number;
  width?: number;
}): ReactNode {
  return (
    <td
      height={height}
      width={width}
      style={{ width, height, backgroundColor: colour, fontSize: 0, lineHeight: 0 }}
    >
      {"\u00a0"}
    </td>
  );
}
