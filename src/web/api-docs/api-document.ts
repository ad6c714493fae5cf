/** What the page reads of the OpenAPI document: plain rows, so that the page only has to show them. */
export interface ApiDocument {
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, Schema> };
}

export interface Schema {
  $ref?: string;
  type?: string | readonly string[];
  description?: string;
  enum?: readonly unknown[];
  items?: Schema;
  anyOf?: readonly Schema[];
  oneOf?: readonly Schema[];
  allOf?: readonly Schema[];
  properties?: Record<string, Schema>;
  required?: readonly string[];
  default?: unknown;
  maxLength?: number;
  example?: unknown;
}

interface Described {
  operationId: string;
  summary: string;
  description: string;
  parameters?: readonly { name: string; required?: boolean; description?: string; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: Schema }> }>;
}

export interface Field {
  name: string;
  type: string;
  required: boolean;
  meaning: string;
}

export interface Answer {
  status: string;
  meaning: string;
  shape: string | null;
}

export interface Operation {
  id: string;
  method: string;
  path: string;
  summary: string;
  description: string;
  parameters: Field[];
  body: Field[];
  answers: Answer[];
  example: string;
}

export interface Shape {
  name: string;
  fields: Field[];
}

export function readOperations(document: ApiDocument): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => {
      const body = bodyOf(described, document);
      return {
        id: described.operationId,
        method: method.toUpperCase(),
        path,
        summary: described.summary,
        description: described.description,
        parameters: (described.parameters ?? []).map(({ name, required = false, description, schema }) =>
          fieldOf(name, { ...schema, description: description ?? schema.description ?? '' }, required),
        ),
        body: body ? fieldsOf(body) : [],
        answers: Object.entries(described.responses).map(([status, answer]) => ({
          status,
          meaning: answer.description,
          shape: shapeOf(Object.values(answer.content ?? {})[0]?.schema),
        })),
        example: curlOf(method.toUpperCase(), path, body?.example),
      };
    }),
  );
}

export function readShapes(document: ApiDocument): Shape[] {
  return Object.entries(document.components.schemas).map(([name, schema]) => ({
    name,
    fields: fieldsOf(schema),
  }));
}

function bodyOf({ requestBody }: Described, document: ApiDocument): Schema | undefined {
  const schema = requestBody?.content['application/json']?.schema;
  const name = shapeOf(schema);
  return name === null ? schema : document.components.schemas[name];
}

function shapeOf(schema: Schema | undefined): string | null {
  return schema?.$ref?.split('/').at(-1) ?? null;
}

function fieldsOf(schema: Schema): Field[] {
  return Object.entries(schema.properties ?? {}).map(([name, one]) =>
    fieldOf(name, one, schema.required?.includes(name) ?? false),
  );
}

function fieldOf(name: string, schema: Schema, required: boolean): Field {
  return { name, type: typeOf(schema), required, meaning: schema.description ?? '' };
}

/** A type in the words of TypeScript, which whoever reads this knows. */
export function typeOf(schema: Schema): string {
  const shape = shapeOf(schema);
  if (shape !== null) return shape;
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const choice = schema.anyOf ?? schema.oneOf;
  if (choice) return choice.map(typeOf).join(' | ');
  if (schema.allOf) return schema.allOf.map(typeOf).join(' & ');
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? ['unknown']);
  return types.map((type) => nameOf(type, schema)).join(' | ');
}

function nameOf(type: string, schema: Schema): string {
  if (type === 'array') return `${typeOf(schema.items ?? {})}[]`;
  if (type !== 'object' || !schema.properties) return type;
  const inside = Object.entries(schema.properties).map(([name, one]) => {
    const optional = schema.required?.includes(name) ? '' : '?';
    return `${name}${optional}: ${typeOf(one)}`;
  });
  return `{ ${inside.join('; ')} }`;
}

function curlOf(method: string, path: string, example: unknown): string {
  const lines = [`curl "$POLDER/api/v1${path.replace('{id}', '$ID')}"`, '-H "Authorization: Bearer $KEY"'];
  if (method !== 'GET') lines[0] = `${lines[0]} -X ${method}`;
  if (example !== undefined) {
    lines.push('-H "Content-Type: application/json"', `-d '${JSON.stringify(example, null, 2)}'`);
  }
  return lines.join(' \\\n  ');
}
