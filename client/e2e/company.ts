import { type Browser, type BrowserContext, expect, type Locator, type Page } from '@playwright/test';
import type { Links } from './server.ts';

/** A device of the room: its own browser context, so nothing is shared but the network. */
export interface Device {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors that the page logged or threw. */
  readonly errors: string[];
}

export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
export const DESK = { viewport: { width: 1440, height: 900 } };
export const WALL = { viewport: { width: 1920, height: 1080 } };
const TABLET = { viewport: { width: 1180, height: 820 }, hasTouch: true };

/** What Chromium itself says when a test cuts the network or kills the server. */
const LINE_LOST = /ERR_|WebSocket|Failed to load resource/;

export async function open(browser: Browser, link: string, device: Parameters<Browser['newContext']>[0] = {}): Promise<Device> {
  const context = await browser.newContext(device);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(link);
  return { context, page, errors };
}

export interface Company {
  readonly mc: Device;
  readonly jurors: readonly Device[];
  readonly president: Device;
  readonly projector: Device;
  readonly stage: Device;
  readonly table: Device;
  readonly viewer: Device;
}

/** Everyone of a small afternoon, the table being the first team's. */
export async function gather(browser: Browser, links: Links): Promise<Company> {
  const [mc, president, projector, stage, table, viewer, ...jurors] = await Promise.all([
    open(browser, links.mc, DESK),
    open(browser, links.president, DESK),
    open(browser, links.projector, WALL),
    open(browser, links.stage, WALL),
    open(browser, links.tables[0]?.url ?? '', TABLET),
    open(browser, links.public, PHONE),
    ...links.jurors.map(({ url }) => open(browser, url, PHONE)),
  ]);
  return { mc, president, projector, stage, table, viewer, jurors } as Company;
}

export const devices = ({ mc, jurors, president, projector, stage, table, viewer }: Company): readonly Device[] => [
  mc,
  president,
  projector,
  stage,
  table,
  viewer,
  ...jurors,
];

/** No page logged or threw an error, save what the browser says of a line that the test cut. */
export function expectNoErrors(all: readonly Device[], lineWasCut = false): void {
  expect(all.flatMap(({ errors }) => errors).filter((error) => !(lineWasCut && LINE_LOST.test(error)))).toEqual([]);
}

/** The régie's main button says this; press it. */
export async function press({ page }: Device, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().click();
}

/** Give a mark: the station is a radio of its criterion. */
export async function mark({ page }: Device, criterion: string, value: number): Promise<void> {
  const group = page.getByRole('group', { name: new RegExp(criterion) });
  const station = group.getByRole('radio', { name: new RegExp(`^${value}`) });
  // A page that moves under the finger is touched again, as a finger would.
  await expect(async () => {
    if (!(await station.isChecked())) await station.click({ force: true });
    await expect(station).toBeChecked({ timeout: 1_000 });
  }).toPass();
}

/** Everything this device had to send was answered: none of it is kept here any more. */
export async function sent({ page }: Device): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => Object.values(localStorage).filter((kept) => String(kept).includes('"draft":')).length))
    .toBe(0);
}

/** A text on a screen, wherever it is printed. Spaces match the hard ones of French typography too. */
export function reading({ page }: Device, text: string | RegExp): Locator {
  const words = text instanceof RegExp ? new RegExp(text.source.replaceAll(' ', '\\s')) : text;
  return page.getByText(words).filter({ visible: true }).first();
}

/** The screen shows this text, now or soon. */
export const shows = (device: Device, text: string | RegExp): Promise<void> => expect(reading(device, text)).toBeVisible();
