/** How much at once, and how much more each second. */
export interface Allowance {
  readonly burst: number;
  readonly perSecond: number;
}

/** What one sender may ask of the server, so that nobody's excess costs another its service. */
export interface Limits {
  readonly commandsOfLine: Allowance;
  readonly commandsOfLink: Allowance;
  readonly messagesOfLine: Allowance;
  readonly openingsOfAddress: Allowance;
  readonly screensOfLink: number;
  readonly publicScreens: number;
  readonly publicScreensOfAddress: number;
  readonly unnamedLines: number;
  readonly strangeSockets: number;
  readonly unread: number;
}

/** Two hundred phones may stand behind one address, a room's Wi-Fi: what is counted by address leaves room for all of them at once. */
export const LIMITS: Limits = {
  // A phone that was an hour without a network sends some 60 kept marks, one after the other; a thumb makes ten touches a second at most.
  commandsOfLine: { burst: 200, perSecond: 20 },
  // A president has a tablet and a phone, a table several: twice a line, so that one line alone never leaves nothing to the others.
  commandsOfLink: { burst: 400, perSecond: 40 },
  // Commands, the clock's exchanges, pongs; a long message counts once for each 2,000 characters. Three times the commands: who was told
  // `too-many` four hundred times and goes on is not one of our screens.
  messagesOfLine: { burst: 600, perSecond: 60 },
  // After a restart 200 phones come back within two seconds, some of them by both transports and in two tabs.
  openingsOfAddress: { burst: 2_000, perSecond: 100 },
  // A projector's link may be open on every wall of a house; no link is open on more.
  screensOfLink: 200,
  // A room has 200 people; each screen costs a share of every change.
  publicScreens: 1_500,
  publicScreensOfAddress: 1_000,
  // Saying who one is takes one trip over the network: so many are under way only in a flood, and then the oldest is no phone.
  unnamedLines: 1_000,
  // A page takes six sockets for five seconds; 200 phones that load it at once have 1,200.
  strangeSockets: 3_000,
  // Characters that wait for a screen to read them. A welcome has some 10,000 to 50,000, an afternoon's frames a few thousand each.
  unread: 1_000_000,
};

/** A command larger than this, in characters, is refused. */
export const LARGEST_COMMAND = 16_384;
/** A message larger than this closes its connection: the largest command, each character written as an escape, and its envelope. */
export const LARGEST_MESSAGE = 128_000;
/** Characters that count as one message. */
export const ONE_MESSAGE = 2_000;
/** How long a line may take to say who it is: several trips over a bad Wi-Fi. */
export const NAMING = 10_000;

/** Of one HTTP request, in milliseconds: a phone on a bad Wi-Fi sends its few hundred bytes within seconds; who takes longer holds a socket. */
export const REQUEST = { headersTimeout: 10_000, requestTimeout: 20_000, connectionsCheckingInterval: 2_000, keepAliveTimeout: 5_000 };
/** An HTTP socket on which nothing moves for so long is closed: its reader has gone. */
export const STILL = 60_000;
/** How long devices are given to take their leave, in milliseconds, be it of a stopping server or of a closed line. */
export const GOODBYE = 1_000;
