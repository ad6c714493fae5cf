/*
 * The view over the land from a dike: far water, a straight horizon, and strips of polder that all run to one point.
 * Drawn, not photographed: sharp on any screen, in both themes, without a request. Units of the 900 x 900 view box.
 */
const vanishing = { x: 560, y: 440 };
const field = { top: 508, bottom: 900 };

/** Where a line that meets the bottom edge at `atBottom` is at height `y`. */
function along(atBottom: number, y: number): number {
  const share = (y - vanishing.y) / (field.bottom - vanishing.y);
  return Math.round((vanishing.x + (atBottom - vanishing.x) * share) * 10) / 10;
}

function strip(from: number, to: number): string {
  const { top, bottom } = field;
  return `M${along(from, top)} ${top}H${along(to, top)}L${to} ${bottom}H${from}z`;
}

const between = 150;
const numbers = Array.from({ length: 42 }, (_, i) => i - 28);
const light = numbers
  .filter((i) => i % 2 === 0)
  .map((i) => strip(vanishing.x + i * between, vanishing.x + (i + 1) * between));
const ditches = numbers
  .filter((i) => i % 3 === 0)
  .map((i) => strip(vanishing.x + i * between - 9, vanishing.x + i * between + 9));

export function Horizon({ className }: { className: string }) {
  return (
    <svg viewBox="0 0 900 900" preserveAspectRatio="xMidYMid slice" className={className} aria-hidden="true">
      <rect width="900" height="430" className="fill-sky" />
      <rect y="250" width="900" height="180" className="fill-sky-low" />
      <circle cx="640" cy="396" r="62" className="fill-sun" />
      <path
        d="M0 424v-14l70-3 30 2 20-6 34 5 90 2 26-5 60 4 110 2 40-7 30 5 120 3 36-5 50 3 184-2v16z"
        className="fill-far"
      />
      <Mill />
      <FarWater />
      <rect y="486" width="900" height="22" className="fill-dike" />
      <rect y={field.top} width="900" height={field.bottom - field.top} className="fill-field" />
      <path d={light.join('')} className="fill-field-two" />
      <path d={`${ditches.join('')}M0 596h900v11H0zM0 742h900v26H0z`} className="fill-wet" />
    </svg>
  );
}

function FarWater() {
  return (
    <>
      <rect y="420" width="900" height="66" className="fill-sea" />
      <path
        d="M70 438h90M250 450h140M470 436h70M720 452h130M120 468h70M330 474h110M760 474h60"
        className="stroke-wet"
        strokeWidth="2.5"
      />
      <path d="M606 434h68M592 446h96M614 458h52M600 470h84" className="stroke-sun" strokeWidth="2.5" />
    </>
  );
}

function Mill() {
  return (
    <g className="fill-ink stroke-ink" opacity="0.7">
      <path d="m213 410 8-46h14l8 46z" strokeWidth="0" />
      <path d="m228 361-27-29M228 361l27 29M228 361l29-27M228 361l-29 27" strokeWidth="3" />
    </g>
  );
}
