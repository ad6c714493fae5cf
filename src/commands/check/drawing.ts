import { modules, places } from '../../modules.ts';

const width = 920;
const left = 60;
const right = 200;
const rowHeight = 58;
const gap = 10;
const top = 20;

const style = `
    .sky { fill: #f6f9f9 } .room { fill: #ffffff; stroke: #0f6b74 } .door { fill: #0f6b74 } .ground { fill: #dcebea }
    text { font: 15px system-ui, sans-serif; fill: #12353a; text-anchor: middle } .on { fill: #ffffff }
    .say { font-size: 13px; fill: #3f6266 } .way { stroke: #0f6b74; stroke-width: 2; fill: none; marker-end: url(#tip) }
    @media (prefers-color-scheme: dark) {
      .sky { fill: #0d1b1e } .room { fill: #13292d; stroke: #5cb6bd } .ground { fill: #1b3a3f } .door { fill: #5cb6bd }
      text { fill: #dcebea } .on { fill: #0d1b1e } .say { fill: #9fc3c6 } .way { stroke: #5cb6bd }
    }`;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly name: string;
  readonly kind: 'room' | 'door' | 'ground';
}

/** The house as a picture (SVG): doors on top, modules by level, platform below, true edges beside them. */
export function drawHouse(): string {
  const rows = rowsOfNames();
  const height = top + rows.length * rowHeight + 50;
  const boxes = rows.flatMap(({ names, kind }, index) => rowOf(names, kind, top + index * rowHeight));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="The house of Polder">`,
    `  <style>${style}\n  </style>`,
    '  <defs><marker id="tip" viewBox="0 0 8 8" refX="6" refY="4" markerWidth="7" markerHeight="7" orient="auto">',
    '    <path d="M0 0 8 4 0 8z" class="door"/></marker></defs>',
    `  <rect class="sky" width="${width}" height="${height}" rx="12"/>`,
    ...boxes.map(draw),
    ...edgeRooms(top + rowHeight, (rows.length - 3) * rowHeight),
    ...ways(rows.length * rowHeight, height),
    '</svg>\n',
  ].join('\n');
}

function rowsOfNames(): { names: string[]; kind: Box['kind'] }[] {
  const levels = [...new Set<number>(modules.map(({ level }) => level))].toSorted((a, b) => b - a);
  const rooms = levels.map((level) => modules.filter((one) => one.level === level).map(({ name }) => name));
  const doors = places.filter(({ sentence }) => sentence.startsWith('a door')).map(({ name }) => name);
  return [
    { names: doors, kind: 'door' },
    { names: ['reactions', 'schedule'], kind: 'door' },
    ...rooms.map((names) => ({ names, kind: 'room' as const })),
    { names: ['platform'], kind: 'ground' },
  ];
}

function rowOf(names: readonly string[], kind: Box['kind'], y: number): Box[] {
  const room = width - left - right;
  const each = (room - gap * (names.length - 1)) / names.length;
  return names.map((name, index) => ({ x: left + index * (each + gap), y, width: each, name, kind }));
}

function draw({ x, y, width: wide, name, kind }: Box): string {
  const label = `<text x="${round(x + wide / 2)}" y="${y + 29}"${kind === 'door' ? ' class="on"' : ''}>${name}</text>`;
  const box = `<rect class="${kind}" x="${round(x)}" y="${y}" width="${round(wide)}" height="${rowHeight - 12}" rx="6"/>`;
  return `  ${box}${label}`;
}

/** Channels and systems of record: used by reactions, schedule and the doors, known to no module. */
function edgeRooms(y: number, height: number): string[] {
  const x = width - right + 70;
  return ['channels', 'backoffice'].flatMap((name, index) => {
    const from = y + index * (height / 2);
    return [
      `  <rect class="ground" x="${x}" y="${round(from)}" width="115" height="${round(height / 2 - 12)}" rx="6"/>`,
      `  <text x="${x + 57}" y="${round(from + height / 4)}">${name}</text>`,
    ];
  });
}

function ways(reach: number, height: number): string[] {
  const [down, up] = [left - 28, width - right + 35];
  return [
    `  <path class="way" d="M${down} ${top + 6}V${reach}"/>`,
    `  <path class="way" d="M${up} ${reach}V${top + rowHeight + 6}"/>`,
    `  <text class="say" x="${left + 90}" y="${height - 18}">looking down: a function call</text>`,
    `  <text class="say" x="${width - right - 60}" y="${height - 18}">telling upward: an event</text>`,
  ];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
