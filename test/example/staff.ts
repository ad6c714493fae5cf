import type { Channel, DepartmentKey, Language } from './scene.ts';

type Role = 'administrator' | 'colleague' | 'director' | 'community_manager' | 'data_manager';

export interface ExampleDepartment {
  key: string;
  name: string;
  nameEn: string;
}

export interface ExampleEmployee {
  key: string;
  name: string;
  email: string;
  department: string;
  roles: Role[];
}

export const departments: readonly ExampleDepartment[] = [
  { key: 'service', name: 'Klantenservice', nameEn: 'Customer service' },
  { key: 'marketing', name: 'Marketing & communicatie', nameEn: 'Marketing & communication' },
  { key: 'operations', name: 'Storingsdienst/Netbeheer', nameEn: 'Grid operations' },
  { key: 'finance', name: 'Facturatie', nameEn: 'Billing' },
];

/** How colleagues speak of a department towards a customer. */
export const spoken: Readonly<Record<DepartmentKey, Readonly<Record<Language, string>>>> = {
  service: { nl: 'klantenservice', en: 'customer service' },
  marketing: { nl: 'communicatie', en: 'communications' },
  operations: { nl: 'de storingsdienst', en: 'grid operations' },
  finance: { nl: 'facturatie', en: 'billing' },
};

const hired: readonly (readonly [key: string, name: string, department: DepartmentKey, role: Role])[] = [
  ['els', 'Els Brouwer', 'service', 'colleague'],
  ['joost', 'Joost Hofman', 'service', 'colleague'],
  ['mirjam', 'Mirjam Stolk', 'service', 'colleague'],
  ['anneke', 'Anneke Terlouw', 'marketing', 'director'],
  ['lieke', 'Lieke Vermaas', 'marketing', 'community_manager'],
  ['bram', 'Bram Oude Luttikhuis', 'marketing', 'colleague'],
  ['pieter', 'Pieter Zandstra', 'operations', 'colleague'],
  ['noor', 'Noor Haddouti', 'operations', 'colleague'],
  ['ravi', 'Ravi Bhagwandin', 'operations', 'administrator'],
  ['hanneke', 'Hanneke Tromp', 'finance', 'colleague'],
  ['willem', 'Willem Boersma', 'finance', 'colleague'],
  ['yara', 'Yara Nijhof', 'finance', 'data_manager'],
];

export function staff(): ExampleEmployee[] {
  return hired.map(([key, name, department, role]) => ({
    key,
    name,
    email: `${key}@waterkracht.example`,
    department,
    // A director looks at the journey and leaves the inbox to webcare.
    roles: role === 'colleague' || role === 'director' ? [role] : ['colleague', role],
  }));
}

export function nameOf(key: string): string {
  return hired.find(([known]) => known === key)?.[1] ?? key;
}

export function firstNameOf(key: string): string {
  return nameOf(key).split(' ')[0] ?? key;
}

export function departmentOf(key: string): DepartmentKey {
  return hired.find(([known]) => known === key)?.[2] ?? 'service';
}

export const accountNames: Readonly<Record<Channel, string>> = {
  x: '@waterkracht',
  mastodon: '@waterkracht@sociaal.example',
  facebook: 'Waterkracht',
  mail: 'klantenservice@waterkracht.example',
  forum: 'Forum Waterkracht',
  chat: 'chat:waterkracht',
};
