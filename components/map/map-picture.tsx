import type { ReactNode } from "react";
import { percent } from "@/components/map/lengths";
import type { Crop } from "@/lib/map/crop";
import { worldMap } from "@/lib/map/base-maps";

type Props = {
  crop: Crop;
  /** Alternative text. */
  label: string;
  children: ReactNode;
};

/**
 * Land, and what is put on it by shares of the picture's width and height. It has no view box: so
 * letters and marks keep their size, in em, however wide it is. A map is the same in every
 * direction of writing.
 */
export function MapPicture({ crop, label, children }: Props) {
  return (
    <div className="@container text-sm">
      {/* Browsers look for what stands in a mask only once they have read the whole page. */}
      <link rel="preload" as="image" href={crop.base.file} fetchPriority="high" />
      <svg
        role="group"
        aria-label={label}
        direction="ltr"
        className={`w-full ${crop.base === worldMap ? "aspect-1000/432 overflow-visible" : "aspect-5/4 overflow-hidden"}`}
      >
        <Land crop={crop} />
        {children}
      </svg>
    </div>
  );
}

/**
 * The file is a mask, and what shows through it has the page's colour: in every theme, in forced
 * colours and in print.
 */
function Land({ crop: { base, x, y, width, height } }: { crop: Crop }) {
  const id = `land-${base.name}`;
  return (
    <>
      <mask id={id}>
        <image
          href={base.file}
          x={percent(-x / width)}
          y={percent(-y / height)}
          width={percent(base.width / width)}
          height={percent(base.height / height)}
          preserveAspectRatio="none"
        />
      </mask>
      <rect
        width="100%"
        height="100%"
        mask={`url(#${id})`}
        className="fill-line-soft forced-colors:fill-[CanvasText] forced-colors:opacity-20"
      />
    </>
  );
}
