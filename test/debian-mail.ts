import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Debian's own Postfix and Dovecot, from where we hand a mail over to the file in somebody's mailbox. */
export interface DebianMail {
  /** Where Postfix takes mail. */
  url: string;
  /** Mails in the mailbox of a name at klant.example, as they lie there. */
  mailbox(name: string): string[];
  /** Mails in the folder of what was sent, of a whole address. */
  sentBy(address: string): string[];
  /** Where Dovecot lets one read a mailbox; the name is the whole address. */
  imap: { port: number; password: string };
  /** Where Dovecot takes mail straight into a mailbox. */
  lmtp: number;
  close(): Promise<void>;
}

/** People Postfix knows; it refuses everybody else for good. */
export const knownToPostfix = ['fatima', 'henk'] as const;
/** Our own mailbox there; what stands behind a plus comes in there too. */
export const ownMailbox = 'service@waterkracht.example';

/**
 * Starts both in folders of their own, on loopback, on ports nobody uses; the installed services are left alone. Needs
 * root, and the packages
 * postfix, dovecot-lmtpd and dovecot-imapd.
 */
export async function debianMail(): Promise<DebianMail> {
  const home = mkdtempSync(path.join(tmpdir(), 'debian-mail-'));
  chmodSync(home, 0o755);
  const [lmtp, imap, smtp] = [await freePort(), await freePort(), await freePort()];
  const dovecot = await startDovecot(path.join(home, 'dovecot'), { lmtp, imap });
  const config = startPostfix(path.join(home, 'postfix'), { smtp, lmtp });
  await Promise.all([answers(lmtp), answers(imap), answers(smtp)]);
  return {
    url: `smtp://127.0.0.1:${smtp}`,
    imap: { port: imap, password },
    lmtp,
    mailbox: (name) => filesIn(path.join(home, 'dovecot/mail', `${name}@klant.example`, 'new')),
    sentBy: (address) =>
      ['cur', 'new'].flatMap((where) =>
        filesIn(path.join(home, 'dovecot/mail', address, '.Verzonden', where)),
      ),
    close: async () => {
      execFileSync('postfix', ['-c', config, 'stop'], { stdio: 'ignore' });
      dovecot.kill('SIGTERM');
      await new Promise((resolve) => dovecot.once('exit', resolve));
      rmSync(home, { recursive: true, force: true });
    },
  };
}

const password = 'none';

async function startDovecot(home: string, { lmtp, imap }: { lmtp: number; imap: number }) {
  mkdirSync(path.join(home, 'mail'), { recursive: true, mode: 0o755 });
  const [uid, gid] = [idOf('dovecot', '-u'), idOf('dovecot', '-g')];
  chownSync(path.join(home, 'mail'), uid, gid);
  const file = path.join(home, 'dovecot.conf');
  writeFileSync(
    file,
    `base_dir = ${home}/run
state_dir = ${home}/state
log_path = ${home}/log
protocols = imap lmtp
listen = 127.0.0.1
ssl = no
default_login_user = dovenull
default_internal_user = dovecot
first_valid_uid = 1
mail_location = maildir:${home}/mail/%u
auth_username_format = %Lu
namespace inbox {
  inbox = yes
  mailbox Verzonden {
    auto = create
    special_use = \\Sent
  }
}
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${home}/mail/%u allow_all_users=yes
}
service lmtp {
  inet_listener lmtp {
    address = 127.0.0.1
    port = ${lmtp}
  }
}
service imap-login {
  chroot =
  inet_listener imap {
    address = 127.0.0.1
    port = ${imap}
  }
  inet_listener imaps {
    port = 0
  }
}
service stats {
  chroot =
}
service anvil {
  chroot =
}
`,
  );
  return spawn('dovecot', ['-c', file, '-F'], { stdio: 'ignore' });
}

function startPostfix(home: string, { smtp, lmtp }: { smtp: number; lmtp: number }): string {
  const [config, queue, data] = ['config', 'queue', 'data'].map((name) => path.join(home, name)) as [
    string,
    string,
    string,
  ];
  for (const folder of [config, queue, data]) mkdirSync(folder, { recursive: true, mode: 0o755 });
  chownSync(data, idOf('postfix', '-u'), idOf('postfix', '-g'));
  const addresses = [...knownToPostfix.map((name) => `${name}@klant.example`), ownMailbox];
  const known = addresses.map((address) => `{ ${address} = here }`).join(', ');
  writeFileSync(
    path.join(config, 'main.cf'),
    `compatibility_level = 3.6
queue_directory = ${queue}
data_directory = ${data}
maillog_file = ${home}/log
maillog_file_prefixes = ${home}
mail_owner = postfix
setgid_group = postdrop
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mx.klant.example
mydestination =
mynetworks = 127.0.0.0/8
alias_maps =
alias_database =
virtual_mailbox_domains = klant.example, waterkracht.example
recipient_delimiter = +
virtual_mailbox_maps = inline:{ ${known} }
virtual_transport = lmtp:inet:127.0.0.1:${lmtp}
default_transport = error:no way out
relay_transport = error:no way out
local_transport = error:nobody here
smtpd_relay_restrictions = permit_mynetworks, reject
`,
  );
  const daemons = `127.0.0.1:${smtp} inet n - n - - smtpd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
proxymap unix - - n - - proxymap
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
error unix - - n - - error
retry unix - - n - - error
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
`;
  writeFileSync(path.join(config, 'master.cf'), daemons);
  execFileSync('postfix', ['-c', config, 'start'], { stdio: 'ignore' });
  return config;
}

function idOf(user: string, which: '-u' | '-g'): number {
  return Number(execFileSync('id', [which, user], { encoding: 'utf8' }));
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'));
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

async function answers(port: number): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = net.connect(port, '127.0.0.1', () => {
        socket.destroy();
        resolve(true);
      });
      socket.on('error', () => resolve(false));
    });
    if (open) return;
    await wait(50);
  }
  throw new Error(`nothing answers on port ${port}`);
}
