import type { Ground } from './journey-path.tsx';

/*
 * A cross-section, as on a drawing of a water board: sea level is one line for all; a polder is dry when its floor
 * shows, and how far it is can be read from the height of its water. Units of the 1000 x 216 view box.
 */
const width = 200;
const sea = 104;
const crest = 90;
const floor = 154;
const bottom = 216;
const waterAt: Record<Ground, number> = { proven: floor, possible: 132, wavering: 138, open: sea };

export function Landscape({ grounds }: { grounds: readonly Ground[] }) {
  const places = grounds.map((ground, i) => ({ ground, x: i * width, number: i + 1 }));
  return (
    <>
      <Sky />
      <rect y={sea} width="1000" height={floor - sea} className="fill-sky-low" />
      <rect y={floor} width="1000" height={bottom - floor} className="fill-earth" />
      {places.map(({ ground, x, number }) => (
        <Basin key={number} ground={ground} x={x} />
      ))}
      {places.map(({ ground, x, number }) => (
        <Dike key={number} x={x} planned={ground === 'open' && grounds[number - 2] === 'open'} />
      ))}
      <Way grounds={grounds} />
      {places.map(({ ground, x, number }) => (
        <Current key={number} ground={ground} x={x + width / 2} />
      ))}
      {places.map(({ x, number }) => (
        <text
          key={number}
          x={x + width / 2}
          y={bottom - 20}
          textAnchor="middle"
          className="fill-on-earth text-[36px] font-semibold md:text-[20px]"
        >
          {number}
        </text>
      ))}
    </>
  );
}

function Sky() {
  return (
    <>
      <rect width="1000" height={sea} className="fill-sky" />
      <rect y={sea - 30} width="1000" height="30" className="fill-sky-low" />
      <circle cx="880" cy={sea - 8} r="24" className="fill-sun" />
      <path
        d={`M0 ${sea}v-7l60 2 30-6 24 4 90 2 60-4 44 3 120 1 30-5 26 4 150 2 90-3 60 1 216-1v7z`}
        className="fill-far"
      />
    </>
  );
}

function Basin({ ground, x }: { ground: Ground; x: number }) {
  if (ground === 'proven') return <Fields x={x} />;
  const level = waterAt[ground];
  return (
    <rect
      x={x}
      y={level}
      width={width + 1}
      height={floor - level}
      className={ground === 'open' ? 'fill-sea' : 'fill-wet'}
    />
  );
}

/** Dry land seen from the side: parcels with two ditches between them. */
function Fields({ x }: { x: number }) {
  const parcels = [30, 76, 106, 152].map((from) => `M${x + from} ${floor - 7}h18v7h-18z`).join('');
  return (
    <>
      <path
        d={`M${x} ${floor - 7}h70v7H${x}zM${x + 76} ${floor - 7}h48v7h-48zM${x + 130} ${floor - 7}h70v7h-70z`}
        className="fill-field"
      />
      <path d={parcels} className="fill-field-two" />
      <path d={`M${x + 70} ${floor - 3}h6v9h-6zM${x + 124} ${floor - 3}h6v9h-6z`} className="fill-wet" />
    </>
  );
}

/** The dike at the left of a polder: one that stands, or the outline of one still to be built in open water. */
function Dike({ x, planned }: { x: number; planned: boolean }) {
  const d = `M${x - 52} ${floor}L${x - 16} ${crest}h32L${x + 52} ${floor}z`;
  if (planned) {
    return <path d={d} fill="none" className="stroke-wet" strokeWidth="2" strokeDasharray="3 6" />;
  }
  return <path d={d} className="fill-dike" />;
}

/** The way over the ground that is held, with a flag where it ends; dotted where it still has to go. */
function Way({ grounds }: { grounds: readonly Ground[] }) {
  const first = grounds.findIndex((ground) => ground !== 'proven' && ground !== 'wavering');
  const held = first === -1 ? grounds.length : first;
  const ground = floor - 10;
  const flag = Math.max(0, held - 1) * width + width / 2;
  let walked = `M0 ${crest - 3}`;
  for (let x = 0; x < held * width; x += width) {
    if (x > 0) walked += `H${x - 68}C${x - 46} ${ground} ${x - 34} ${crest - 3} ${x - 14} ${crest - 3}`;
    walked += `H${x + 14}C${x + 34} ${crest - 3} ${x + 46} ${ground} ${x + 68} ${ground}`;
  }
  return (
    <g fill="none" strokeLinecap="round" strokeLinejoin="round">
      <path d={`${walked}H${flag}`} className="stroke-ink" strokeWidth="3" />
      {held < grounds.length && (
        <path
          d={`M${flag + 12} ${ground}h22C${flag + 56} ${ground} ${flag + 66} ${crest - 8} ${flag + 90} ${crest - 8}H1000`}
          className="stroke-ink"
          strokeWidth="2.5"
          strokeDasharray="0.5 8"
        />
      )}
      <path d={`M${flag} ${ground}v-56`} className="stroke-ink" strokeWidth="3" />
      <path
        d={`M${flag} ${ground - 56}h32l-8 8 8 8h-32z`}
        className="fill-water stroke-ink"
        strokeWidth="2"
      />
    </g>
  );
}

/** Which way the water goes: down where ground is being won, up where it is being lost, waves at open sea. */
function Current({ ground, x }: { ground: Ground; x: number }) {
  if (ground === 'proven') return null;
  if (ground === 'open') return <Waves x={x} />;
  const down = ground === 'possible';
  const level = waterAt[ground];
  const [tail, head] = down ? [sea + 2, level - 6] : [level - 5, sea + 3];
  const barb = down ? -8 : 8;
  return (
    <g fill="none" strokeWidth="3.5" strokeLinecap="round" className={down ? 'stroke-water' : 'stroke-clay'}>
      <path d={`M${x - 72} ${sea}h144`} strokeWidth="1.5" strokeDasharray="2 5" />
      {[x - 40, x + 40].map((at) => (
        <path key={at} d={`M${at} ${tail}V${head}M${at - 8} ${head + barb}L${at} ${head}l8 ${barb}`} />
      ))}
    </g>
  );
}

function Waves({ x }: { x: number }) {
  return (
    <path
      d={`M${x - 52} ${sea + 20}c12-9 14 0 26 0s14-9 26 0 14 0 26 0M${x - 20} ${sea + 38}c12-9 14 0 26 0s14-9 26 0`}
      className="stroke-wet"
      strokeWidth="2.5"
      strokeLinecap="round"
      fill="none"
    />
  );
}
