import { parseSync } from 'vite';

/** A file as the rules get it: path from the root of the repository, with forward slashes. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
}

export interface Import {
  /** What stands between the quotes; `null` when it is computed at run time. */
  readonly specifier: string | null;
  readonly kind: 'value' | 'type' | 'dynamic';
  readonly names: readonly string[];
  readonly line: number;
}

export interface Measured {
  readonly name: string;
  readonly named: boolean;
  readonly lines: number;
  readonly parameters: number;
  readonly line: number;
}

export interface Spot {
  readonly what: string;
  readonly line: number;
}

/** What the rules want to know about one file. */
export interface Source {
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  readonly functions: readonly Measured[];
  /** Module-level `let`, `var` and containers that begin empty: state that survives between two calls. */
  readonly state: readonly Spot[];
  /** Calls and constructions by their written name: `setTimeout`, `Date.now`, `new Date()`. */
  readonly calls: readonly Spot[];
  readonly classes: readonly Spot[];
  /** Tables that it writes, through Kysely or in SQL. */
  readonly writes: readonly Spot[];
  readonly onlyReexports: boolean;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** Parses with the parser that Vite brings (oxc), because TypeScript 7 has no stable interface for tools. */
export function readSource({ path, text }: SourceText): Source {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`);
  const body = program.body as unknown as Node[];
  const lineAt = lineCounter(text);
  const facts: Facts = { imports: [], functions: [], calls: [], classes: [], writes: [] };
  for (const node of body) walk(node, null, (found, parent) => note(facts, { found, parent, lineAt }));
  return {
    path,
    lines: text === '' ? 0 : text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    ...facts,
    state: body.flatMap((node) => stateIn(node, lineAt)),
    onlyReexports: body.length > 0 && body.every(isReexport),
  };
}

type LineAt = (offset: number) => number;
type Facts = { imports: Import[]; functions: Measured[]; calls: Spot[]; classes: Spot[]; writes: Spot[] };
type Visit = { found: Node; parent: Node | null; lineAt: LineAt };

function note(facts: Facts, { found, parent, lineAt }: Visit): void {
  const line = lineAt(found.start);
  const wanted = importOf(found, line);
  if (wanted) facts.imports.push(wanted);
  if (isFunction(found)) facts.functions.push(measure(found, parent, lineAt));
  if (found.type === 'ClassDeclaration' || found.type === 'ClassExpression')
    facts.classes.push({ what: nameOf(found.id), line });
  const call = callOf(found);
  if (call !== '') facts.calls.push({ what: call, line });
  facts.writes.push(...writesOf(found, call).map((what) => ({ what, line })));
}

const writers = /\.(insertInto|updateTable|deleteFrom|mergeInto)$/;
const writing =
  /\b(?:insert\s+into|delete\s+from|merge\s+into)\s+"?(\w+)|\bupdate\s+"?(\w+)"?(?:\s+(?:as\s+)?\w+)?\s+set\b/gi;

function writesOf(node: Node, call: string): string[] {
  if (writers.test(call)) {
    const table = (node.arguments as Node[])[0];
    return table ? [(stringOf(table) ?? '').split(' ')[0] ?? ''] : [];
  }
  const text = node.type === 'TemplateElement' ? (node.value as { raw?: string }).raw : stringOf(node);
  return [...(text ?? '').matchAll(writing)].map(([, into, updated]) =>
    (into ?? updated ?? '').toLowerCase(),
  );
}

function importOf(node: Node, line: number): Import | undefined {
  if (node.type === 'ImportExpression' || node.type === 'TSImportType') {
    const source = (node.source ?? node.argument) as Node | undefined;
    const kind = node.type === 'TSImportType' ? 'type' : 'dynamic';
    return { specifier: source ? stringOf(source) : null, kind, names: [], line };
  }
  const leadsOut = ['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration'].includes(
    node.type,
  );
  if (!leadsOut || !isNode(node.source)) return undefined;
  const specifiers = (node.specifiers ?? []) as Node[];
  return {
    specifier: stringOf(node.source),
    kind: onlyTypes(node, specifiers) ? 'type' : 'value',
    names: specifiers.map((specifier) => nameOf(specifier.imported ?? specifier.local)),
    line,
  };
}

function onlyTypes(node: Node, specifiers: readonly Node[]): boolean {
  if (node.importKind === 'type' || node.exportKind === 'type') return true;
  const kinds = specifiers.map((specifier) => specifier.importKind ?? specifier.exportKind);
  return kinds.length > 0 && kinds.every((kind) => kind === 'type');
}

function isFunction(node: Node): boolean {
  const kinds = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'];
  return kinds.includes(node.type) && isNode(node.body);
}

function measure(node: Node, parent: Node | null, lineAt: LineAt): Measured {
  const name = nameOf(node.id) || nameOf(parent?.id) || nameOf(parent?.key);
  return {
    name: name || 'a function without a name',
    named: name !== '',
    lines: lineAt(node.end) - lineAt(node.start) + 1,
    parameters: (node.params as unknown[]).length,
    line: lineAt(node.start),
  };
}

function callOf(node: Node): string {
  if (node.type === 'CallExpression') return writtenName(node.callee);
  if (node.type !== 'NewExpression') return '';
  const inner = (node.arguments as unknown[]).length === 0 ? '' : '…';
  return `new ${writtenName(node.callee)}(${inner})`;
}

function stateIn(statement: Node, lineAt: LineAt): Spot[] {
  const node = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
  if (!isNode(node) || node.type !== 'VariableDeclaration' || node.declare === true) return [];
  const changes = node.kind === 'let' || node.kind === 'var';
  return (node.declarations as Node[])
    .filter((declared) => changes || (beginsEmpty(declared.init) && mayGrow(declared.id)))
    .map((declared) => ({ what: nameOf(declared.id), line: lineAt(declared.start) }));
}

function beginsEmpty(value: unknown): boolean {
  if (!isNode(value)) return false;
  if (value.type === 'ArrayExpression') return (value.elements as unknown[]).length === 0;
  if (value.type === 'ObjectExpression') return (value.properties as unknown[]).length === 0;
  return ['new Map()', 'new Set()', 'new WeakMap()', 'new WeakSet()'].includes(callOf(value));
}

const growing = ['Array', 'Map', 'Set', 'WeakMap', 'WeakSet', 'Record', 'Partial'];

/** A container that is called readonly, or by a name of its own, is an empty list and not a memory. */
function mayGrow(id: unknown): boolean {
  const annotation = isNode(id) && isNode(id.typeAnnotation) ? id.typeAnnotation.typeAnnotation : undefined;
  if (!isNode(annotation)) return true;
  if (annotation.type === 'TSTypeReference') return growing.includes(nameOf(annotation.typeName));
  return annotation.type !== 'TSTypeOperator';
}

function isReexport(node: Node): boolean {
  return (
    node.type === 'ExportAllDeclaration' || (node.type === 'ExportNamedDeclaration' && isNode(node.source))
  );
}

function walk(node: Node, parent: Node | null, visit: (node: Node, parent: Node | null) => void): void {
  visit(node, parent);
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) {
      for (const child of value) if (isNode(child)) walk(child, node, visit);
    } else if (isNode(value)) walk(value, node, visit);
  }
}

function isNode(value: unknown): value is Node {
  return (
    typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
  );
}

function stringOf(node: Node): string | null {
  const inner = node.type === 'TSLiteralType' ? (node.literal as Node) : node;
  return typeof inner.value === 'string' ? inner.value : null;
}

function nameOf(node: unknown): string {
  if (!isNode(node)) return '';
  return String(node.name ?? node.value ?? '');
}

function writtenName(node: unknown): string {
  if (!isNode(node)) return '';
  if (node.type === 'Identifier') return String(node.name);
  if (node.type !== 'MemberExpression' || node.computed === true) return '';
  return `${writtenName(node.object)}.${nameOf(node.property)}`;
}

function lineCounter(text: string): LineAt {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}
