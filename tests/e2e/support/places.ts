import type { Locator, Page } from 'playwright';
import { expect } from 'playwright/test';
import type { FirstTexts, LaterTexts } from '../../../src/lib/texts/texts';
import { hardNames } from './full-database';
import { importPage } from './import-page';
import { open } from './tokentab';

type Texts = FirstTexts & LaterTexts;

/** A page of the app in one state, in any language. */
export interface Place {
  name: string;
  path: string;
  /** Exists only once the page has loaded its data. */
  sees: (page: Page) => Locator;
  /** What the user does there before the page is inspected. */
  first?: (page: Page) => Promise<void>;
}

const heading = (name: string) => (page: Page) => page.getByRole('heading', { level: 1, name });
const table = (name: string | RegExp) => (page: Page) => page.getByRole('table', { name });

/** Every page as a new user sees it. */
export function emptyPlaces(t: Texts): Place[] {
  return [
    { name: 'month', path: '/', sees: heading(t.month.firstRunTitle) },
    { name: 'projects', path: '/projects', sees: (page) => page.getByText(t.projects.none) },
    { name: 'project', path: '/project?id=none', sees: heading(t.projects.unknown) },
    { name: 'clients', path: '/clients', sees: (page) => page.getByText(t.clients.none) },
    { name: 'client', path: '/client?name=none', sees: heading(t.clients.unknown) },
    { name: 'events', path: '/events', sees: heading(t.events.title) },
    { name: 'documents', path: '/documents', sees: heading(t.documents.title) },
    { name: 'extraction', path: '/extraction', sees: (page) => page.getByText(t.extraction.unknownProject) },
    { name: 'budgets', path: '/budgets', sees: (page) => page.getByText(t.budgets.none) },
    { name: 'prices', path: '/prices', sees: (page) => page.getByText(t.prices.noModels) },
    { name: 'team', path: '/team', sees: (page) => page.getByRole('heading', { name: t.team.setUpTitle }) },
    { name: 'import', path: '/import', sees: heading(t.imports.title) },
    { name: 'map', path: '/map', sees: heading(t.mapping.title) },
    { name: 'map, new', path: '/map?new', sees: heading(t.mapping.newTitle) },
    { name: 'statement', path: '/statement', sees: heading(t.exports.statement) },
    {
      name: 'settings',
      path: '/settings',
      sees: (page) => page.getByRole('combobox', { name: t.settings.timeZone }),
    },
    { name: 'not found', path: '/no-such-page', sees: heading(t.shell.notFound) },
  ];
}

/** A table that no source knows, for the pages about mapping. */
const unknownTable = {
  name: 'router-2026-10.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [
      'Tag;Modell;Kunde;Eingabe;Ausgabe;Summe;Kosten;Eine Spalte mit einem wirklich langen Namen',
      '01.10.2026;mistral-large;Bäckerei;1.200;300;1.500;0,12;x',
      '32.10.2026;mistral-small;Werft;5;5;10;0,00;y',
    ].join('\r\n'),
  ),
};

/**
 * Every page with all kinds of content.
 * @param projectId as `fillDatabase` returns it
 */
export function fullPlaces(t: Texts, projectId: string): Place[] {
  const client = encodeURIComponent(hardNames.client);
  return [
    { name: 'month', path: '/', sees: table(t.projects.title) },
    { name: 'month, empty', path: '/?month=2020-01', sees: (page) => page.getByText(/2020/).last() },
    {
      name: 'year by model',
      path: '/?range=year&by=model',
      sees: (page) => page.getByRole('listbox').first(),
    },
    {
      name: 'projects',
      path: '/projects',
      sees: (page) => page.getByRole('main').getByText('Harbour Stock'),
    },
    { name: 'project', path: `/project?id=${projectId}`, sees: (page) => page.getByRole('listbox').nth(2) },
    { name: 'clients', path: '/clients', sees: table(t.clients.title) },
    {
      name: 'client, in money',
      path: `/client?name=${client}&in=money`,
      sees: (page) => page.getByRole('table').nth(1),
    },
    { name: 'events', path: '/events?client=', sees: (page) => page.getByRole('list').last() },
    { name: 'prices', path: '/prices', sees: table(t.prices.models) },
    {
      name: 'import',
      path: '/import',
      sees: heading(t.imports.title),
      first: async (page) => {
        await importPage(page).filesInput.setInputFiles([unknownTable]);
        await expect(
          page.getByRole('button', { name: t.mapping.describeNamed(unknownTable.name) }),
        ).toBeVisible();
      },
    },
    {
      name: 'map, a file described',
      path: '/map?new',
      sees: heading(t.mapping.newTitle),
      first: async (page) => {
        await page.getByTestId('choose-table').setInputFiles([unknownTable]);
        await expect(page.getByRole('table')).toHaveCount(2);
      },
    },
    { name: 'statement', path: `/statement?client=${client}`, sees: table(t.exports.allProjects) },
    {
      name: 'settings',
      path: '/settings',
      sees: (page) => page.getByRole('combobox', { name: t.settings.timeZone }),
    },
  ];
}

/** Opens a place and waits until nothing is loading. */
export async function goTo(page: Page, { path, sees, first }: Place): Promise<void> {
  await open(page, path);
  await expect(sees(page)).toBeVisible();
  await first?.(page);
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
}
