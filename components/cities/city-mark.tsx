import {
  lights,
  markSize,
  roofs,
  type CityMark as Mark,
  type MarkTower,
} from "@/lib/cities/city-mark";
import { allWindows, litWindows, sill, storey, towerWidth } from "@/lib/cities/mark-windows";
import { night, nightTowers } from "@/lib/night";

const id = {
  wall: ({ floors, isByDay }: MarkTower) => `mark-${isByDay ? "day" : "night"}-${floors}`,
  roof: (roof: MarkTower["roof"]) => `mark-${roof}`,
  letter: (letter: string) => `mark-${letter}`,
  light: (kind: Mark["light"]["kind"]) => `mark-${kind}`,
};

const lightShapes: Readonly<Record<(typeof lights)[number], string>> = {
  moon: "M-2.6 0a2.6 2.6 0 0 1 5.2 0 2.6 2.6 0 0 1-5.2 0z",
  ring: "M-2.7 0a2.7 2.7 0 0 1 5.4 0 2.7 2.7 0 0 1-5.4 0zm1.2 0a1.5 1.5 0 0 0 3 0 1.5 1.5 0 0 0-3 0z",
  diamond: "M0-3.1l3.1 3.1-3.1 3.1-3.1-3.1z",
};

/** What marks are put together from, once for all of them: to stand before them on the page. */
export function MarkShapes({ marks }: { marks: readonly Mark[] }) {
  return (
    <svg className="hidden">
      <Definitions marks={marks} />
    </svg>
  );
}

function Definitions({ marks }: { marks: readonly Mark[] }) {
  const towers = marks.flatMap((mark) => mark.towers);
  const usedWalls = new Map(towers.map((tower) => [id.wall(tower), tower]));
  const usedRoofs = new Set(towers.map(({ roof }) => roof));
  const usedLetters = new Set(towers.map(({ letter }) => letter).filter((letter) => letter !== ""));
  const usedLights = new Set(marks.map(({ light }) => light.kind));
  return (
    <defs>
      {[...usedWalls].map(([name, { floors, isByDay }]) => (
        <g key={name} id={name}>
          {/* A little beneath the roof, or a seam is seen where they meet between two pixels. */}
          <path
            fillOpacity={isByDay ? undefined : ".24"}
            d={`M0-.1h${towerWidth}v${floors * storey + sill + 0.1}H0z`}
          />
          <path
            fill={night.ground}
            fillOpacity={isByDay ? ".16" : undefined}
            d={allWindows(floors)}
          />
        </g>
      ))}
      {[...usedRoofs].map((roof) => (
        <path key={roof} id={id.roof(roof)} d={`M0 0${roofs[roof]}`} />
      ))}
      {[...usedLetters].map((letter) => (
        <path key={letter} id={id.letter(letter)} d={litWindows(letter)} />
      ))}
      {[...usedLights].map((kind) => (
        <path key={kind} id={id.light(kind)} fill={night.ink} d={lightShapes[kind]} />
      ))}
    </defs>
  );
}

/** A city's mark from the shapes of `MarkShapes`. Decorative: the city's name stands beside it. */
export function CityMark({ mark, className }: { mark: Mark; className?: string }) {
  return (
    <svg viewBox={`0 0 ${markSize} ${markSize}`} aria-hidden="true" className={className}>
      <Picture mark={mark} />
    </svg>
  );
}

/** A city's mark that stands alone, as a file does. */
export function LoneCityMark({ mark }: { mark: Mark }) {
  return (
    <svg viewBox={`0 0 ${markSize} ${markSize}`} width="512" height="512">
      <Definitions marks={[mark]} />
      <Picture mark={mark} />
    </svg>
  );
}

const street = 2;
const leftOf = (index: number) => street + index * (towerWidth + street);

function Picture({ mark: { towers, light } }: { mark: Mark }) {
  return (
    <>
      <path fill={night.ground} d={`M0 0h${markSize}v${markSize}H0z`} />
      <use x={light.x} y={light.y} href={`#${id.light(light.kind)}`} />
      {towers.map((tower, index) => (
        // What goes with the height stands side by side, which compresses best.
        <g
          key={index}
          fill={nightTowers[tower.colour - 1]?.colour}
          transform={`translate(${leftOf(index)} ${markSize - tower.floors * storey - sill})`}
        >
          <use href={`#${id.wall(tower)}`} />
          {tower.letter ? (
            <use
              fill={tower.isByDay ? night.ground : undefined}
              href={`#${id.letter(tower.letter)}`}
            />
          ) : null}
          <use href={`#${id.roof(tower.roof)}`} />
        </g>
      ))}
    </>
  );
}
