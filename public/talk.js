// The chat for a site of the organisation: <polder-talk account="…" lang="nl"> and this file, nothing else. What stands
// inside the element is shown where no script runs. Nothing of the site is read; all that is kept is the guest's token.
(() => {
  const here = new URL(document.currentScript?.src ?? 'talk.js', location.href).origin;

  const said = {
    nl: {
      open: 'Stel uw vraag',
      close: 'Sluit het venster',
      title: (name) => `Schrijf met ${name}`,
      lead: 'U hoeft zich niet aan te melden.',
      now: 'Wij zijn nu open.',
      shut: 'Wij zijn nu dicht.',
      opens: (when) => `Wij zijn weer open ${when}.`,
      by: (when) => `Schrijft u nu, dan hebt u antwoord uiterlijk ${when}.`,
      soon: 'Wij antwoorden zo snel als het gaat.',
      off: 'Hier kunt u nu niet schrijven. Probeer het later nog eens.',
      text: 'Uw bericht',
      name: 'Uw naam (mag leeg blijven)',
      file: 'Bestand meesturen',
      noFile: 'Laat het bestand weg',
      send: 'Verstuur',
      you: 'U',
      thread: 'Ons gesprek',
      fresh: (name) => `Nieuw antwoord van ${name}`,
      failed: 'Het is niet verstuurd. Uw tekst staat er nog; probeer het opnieuw.',
      fast: 'Dit gaat te snel. Wacht even en probeer het opnieuw.',
      large: 'Dit bestand is te groot: hoogstens 5 MB.',
      lost: 'Geen verbinding. Zodra het kan, kijken wij opnieuw.',
      mail: 'Ook op een ander apparaat herkend worden',
      mailWhy: 'U krijgt een mail met een link; zonder die link gebeurt er niets.',
      mailLabel: 'Uw mailadres',
      mailSend: 'Stuur mij de link',
      mailSent: (to) => `Kijk in uw mail: er is een link gestuurd naar ${to}.`,
      mailWrong: 'Dit is geen mailadres.',
      known: (to) => `U bent herkend als ${to}.`,
      rate: 'Laat weten hoe wij u hielpen',
      rated: 'Bedankt voor uw oordeel.',
      privacy: 'Wij bewaren wat u schrijft om u te antwoorden.',
      more: 'Wat wij met berichten doen',
    },
    en: {
      open: 'Ask your question',
      close: 'Close the window',
      title: (name) => `Write with ${name}`,
      lead: 'You do not have to sign in.',
      now: 'We are open now.',
      shut: 'We are closed now.',
      opens: (when) => `We open again ${when}.`,
      by: (when) => `Write now, and you have an answer by ${when}.`,
      soon: 'We answer as soon as we can.',
      off: 'You cannot write here now. Please try again later.',
      text: 'Your message',
      name: 'Your name (may stay empty)',
      file: 'Send a file along',
      noFile: 'Leave the file out',
      send: 'Send',
      you: 'You',
      thread: 'Our conversation',
      fresh: (name) => `New answer from ${name}`,
      failed: 'It was not sent. Your text is still here; please try again.',
      fast: 'This goes too fast. Wait a moment and try again.',
      large: 'This file is too large: 5 MB at most.',
      lost: 'No connection. We look again as soon as we can.',
      mail: 'Be recognised on another device too',
      mailWhy: 'You get a mail with a link; without that link nothing happens.',
      mailLabel: 'Your mail address',
      mailSend: 'Send me the link',
      mailSent: (to) => `Look in your mail: a link was sent to ${to}.`,
      mailWrong: 'This is no mail address.',
      known: (to) => `You are recognised as ${to}.`,
      rate: 'Tell us how we helped you',
      rated: 'Thank you for your verdict.',
      privacy: 'We keep what you write to answer you.',
      more: 'What we do with messages',
    },
  };

  // Every colour and measure can be set from the site: --polder-accent, --polder-font, and so on.
  const style = `
:host { --accent: var(--polder-accent, light-dark(#0b5d66, #62c4ca)); --on-accent: var(--polder-on-accent, light-dark(#fff, #06262a));
  --surface: var(--polder-surface, light-dark(#fff, #132124)); --ink: var(--polder-ink, light-dark(#10262b, #e7f0ef));
  --soft: var(--polder-soft, light-dark(#445a5e, #b2c4c5)); --line: var(--polder-line, light-dark(#738987, #688287));
  --wash: var(--polder-wash, light-dark(#dcecec, #16363a)); --radius: var(--polder-radius, 10px);
  color-scheme: var(--polder-scheme, light dark); font: 16px/1.5 var(--polder-font, system-ui, sans-serif); color: var(--ink); }
:host([theme=light]) { color-scheme: light } :host([theme=dark]) { color-scheme: dark }
* { box-sizing: border-box } [hidden] { display: none !important }
button, input, textarea { font: inherit; color: inherit }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
.open { position: fixed; right: 20px; bottom: 20px; z-index: 2147483000; display: flex; gap: 10px; align-items: center; padding: 12px 20px;
  min-height: 48px; border: 0; border-radius: 999px; background: var(--accent); color: var(--on-accent); font-weight: 600; cursor: pointer;
  box-shadow: 0 4px 16px #0005 }
.open svg { width: 22px; height: 22px } .dot { width: 12px; height: 12px; border-radius: 50%; background: #e2672f; box-shadow: 0 0 0 2px var(--on-accent) }
.panel { position: fixed; right: 20px; bottom: 20px; z-index: 2147483000; display: flex; flex-direction: column; width: min(400px, calc(100vw - 40px));
  height: min(640px, calc(100dvh - 40px)); background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); overflow: hidden;
  box-shadow: 0 8px 40px #0006 }
:host([inline]) .panel { position: static; width: 100%; height: 640px; box-shadow: none } :host([inline]) .open, :host([inline]) .close { display: none }
@media (max-width: 480px) { :host(:not([inline])) .panel { inset: 0; width: auto; height: auto; border: 0; border-radius: 0 } }
header { display: flex; align-items: center; gap: 12px; padding: 12px 12px 12px 16px; background: var(--accent); color: var(--on-accent) }
h2 { flex: 1; margin: 0; font-size: 17px; line-height: 1.3 }
.close { width: 44px; height: 44px; border: 0; border-radius: 8px; background: none; color: inherit; cursor: pointer } .close svg { width: 20px; height: 20px }
header :focus-visible { outline-color: var(--on-accent) }
.body { flex: 1; overflow-y: auto; padding: 16px } .when { margin: 0 0 12px; color: var(--soft); font-size: 15px }
ol { list-style: none; margin: 0; padding: 0; display: flex; flex-direction: column; gap: 10px }
li { max-width: 85%; padding: 8px 12px; border: 1px solid var(--line); border-radius: var(--radius); align-self: flex-end; overflow-wrap: anywhere }
li.out { align-self: flex-start; background: var(--wash); border-color: transparent } li p { margin: 0; white-space: pre-wrap }
small { display: block; color: var(--soft); font-size: 13px }
form { margin: 0 } label { display: block; margin-top: 6px; font-size: 14px; color: var(--soft) }
.say { padding: 10px 16px 12px; border-top: 1px solid var(--line) }
textarea, input:not([type=file]) { width: 100%; margin-top: 5px; padding: 8px 10px; border: 1px solid var(--line); border-radius: 8px; background: var(--surface); color: var(--ink) }
textarea { min-height: 64px; max-height: 180px; resize: vertical; field-sizing: content } .row { display: flex; gap: 8px; align-items: center; margin-top: 8px }
.row > :first-child { flex: 1; min-width: 0 } .send, .act { min-height: 44px; padding: 0 18px; border: 0; border-radius: 8px; background: var(--accent); color: var(--on-accent); font-weight: 600; cursor: pointer }
.link { min-height: 32px; padding: 0; border: 0; background: none; color: var(--accent); text-decoration: underline; cursor: pointer; text-align: left; overflow-wrap: anywhere }
.alert { margin: 0 0 8px; padding: 8px 12px; border-left: 4px solid #c4532a; background: var(--wash); font-size: 15px }
.after { margin-top: 18px; padding-top: 12px; border-top: 1px solid var(--line); font-size: 15px } .after p { margin: 0 0 8px } a { color: var(--accent) }
summary { cursor: pointer; min-height: 32px }
.hide { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
@media (prefers-reduced-motion: no-preference) { .panel { animation: up .16s ease-out } @keyframes up { from { transform: translateY(12px); opacity: 0 } } }`;

  const icons = {
    talk: 'M4 5h16v11H9l-5 4z',
    cross: 'M5 5l14 14M19 5L5 19',
  };

  /** Makes an element: its attributes, listeners (on…) and what stands in it. Text is only ever text. */
  function make(name, given = {}, ...within) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(given)) {
      if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
      else if (value === true) element.setAttribute(key, '');
      else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, value);
    }
    element.append(...within.filter((one) => one !== null && one !== undefined));
    return element;
  }

  function icon(path) {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const attributes = {
      viewBox: '0 0 24 24',
      fill: 'none',
      stroke: 'currentColor',
      'stroke-width': 2,
      'aria-hidden': 'true',
    };
    for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value);
    const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    line.setAttribute('d', path);
    svg.append(line);
    return svg;
  }

  /** 43 characters that nobody guesses. */
  function random() {
    const bytes = crypto.getRandomValues(new Uint8Array(32));
    return btoa(String.fromCharCode(...bytes))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replaceAll('=', '');
  }

  class PolderTalk extends HTMLElement {
    #account = '';
    #words = said.nl;
    #locale = 'nl';
    #state;
    #seen = new Set();
    #stream;
    #parts = {};
    #file;
    #wait = 1000;
    #trying;
    #timer;

    connectedCallback() {
      if (this.shadowRoot) return;
      this.#account = this.getAttribute('account') ?? '';
      const language = this.getAttribute('lang') || this.closest('[lang]')?.lang || navigator.language;
      this.#locale = language.toLowerCase().startsWith('nl') ? 'nl' : 'en';
      this.#words = said[this.#locale];
      const root = this.attachShadow({ mode: 'open' });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(style);
      root.adoptedStyleSheets = [sheet];
      this.#build(root);
      if (this.hasAttribute('inline')) this.#show(false);
      else if (this.#token()) this.#refresh();
      document.addEventListener('visibilitychange', this.#back);
      addEventListener('online', this.#back);
    }

    disconnectedCallback() {
      this.#stream?.abort();
      clearTimeout(this.#timer);
      document.removeEventListener('visibilitychange', this.#back);
      removeEventListener('online', this.#back);
    }

    #back = () => {
      if (!document.hidden && this.#state) this.#refresh();
    };

    /** null: there is none any more. */
    #token(given) {
      const key = `polder-talk:${this.#account}`;
      try {
        if (given) localStorage.setItem(key, given);
        if (given === null) localStorage.removeItem(key);
        return localStorage.getItem(key);
      } catch {
        // No storage here: the conversation lasts as long as the page.
        if (given !== undefined) this.#parts.token = given;
        return this.#parts.token;
      }
    }

    async #ask(path, body, token = this.#token()) {
      const headers = token ? { Authorization: `Bearer ${token}` } : {};
      if (body) headers['Content-Type'] = 'application/json';
      const answer = await fetch(`${here}/talk/${encodeURIComponent(this.#account)}/${path}`, {
        method: body ? 'POST' : 'GET',
        headers,
        credentials: 'omit',
        ...(body && { body: JSON.stringify(body) }),
      });
      if (!answer.ok) throw Object.assign(new Error(answer.statusText), { status: answer.status });
      return answer.status === 204 ? undefined : answer.json();
    }

    #build(root) {
      const words = this.#words;
      const parts = this.#parts;
      parts.dot = make('span', { class: 'dot', hidden: true });
      parts.open = make(
        'button',
        { type: 'button', class: 'open', 'aria-haspopup': 'dialog', onclick: () => this.#show(true) },
        icon(icons.talk),
        words.open,
        parts.dot,
      );
      parts.title = make('h2', { id: 'title' }, words.open);
      parts.when = make('p', { class: 'when' });
      parts.list = make('ol', { 'aria-label': words.thread });
      parts.news = make('p', { class: 'hide', role: 'status' });
      parts.after = make('div', { class: 'after' });
      parts.body = make('div', { class: 'body', tabindex: '0', role: 'region', 'aria-labelledby': 'title' });
      parts.body.append(parts.when, parts.list, parts.after);
      parts.alert = make('p', { class: 'alert', role: 'alert', hidden: true });
      parts.form = this.#writing();
      const close = make(
        'button',
        { type: 'button', class: 'close', 'aria-label': words.close, onclick: () => this.#hide() },
        icon(icons.cross),
      );
      parts.panel = make(
        'section',
        {
          class: 'panel',
          role: this.hasAttribute('inline') ? 'region' : 'dialog',
          'aria-labelledby': 'title',
          lang: this.#locale,
          hidden: true,
          onkeydown: (event) => event.key === 'Escape' && this.#hide(),
        },
        make('header', {}, parts.title, close),
        parts.body,
        parts.form,
        parts.news,
      );
      root.append(parts.open, parts.panel);
    }

    #writing() {
      const words = this.#words;
      const parts = this.#parts;
      parts.text = make('textarea', {
        id: 'text',
        rows: 2,
        maxlength: 4000,
        onkeydown: (event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          // A key that is held down is one wish.
          if (!event.repeat) parts.form.requestSubmit();
        },
      });
      parts.name = make('input', { id: 'name', autocomplete: 'name', maxlength: 80 });
      parts.naming = make('div', {}, make('label', { for: 'name' }, words.name), parts.name);
      parts.pick = make('input', {
        type: 'file',
        class: 'hide',
        tabindex: '-1',
        'aria-hidden': 'true',
        onchange: () => this.#choose(),
      });
      parts.chosen = make('button', {
        type: 'button',
        class: 'link',
        onclick: () => (this.#file ? this.#choose(null) : parts.pick.click()),
      });
      parts.chosen.textContent = words.file;
      parts.send = make('button', { class: 'send' }, words.send);
      return make(
        'form',
        { class: 'say', onsubmit: (event) => void this.#say(event) },
        parts.alert,
        parts.naming,
        make('label', { for: 'text' }, words.text),
        parts.text,
        make('div', { class: 'row' }, parts.chosen, parts.send),
        parts.pick,
      );
    }

    #choose(given = this.#parts.pick.files[0] ?? null) {
      const { chosen, pick } = this.#parts;
      const tooLarge = given && given.size > 5_000_000;
      this.#file = tooLarge ? null : given;
      if (!this.#file) pick.value = '';
      chosen.textContent = this.#file ? `${this.#words.noFile}: ${this.#file.name}` : this.#words.file;
      this.#warn(tooLarge ? this.#words.large : null);
    }

    #show(focus) {
      const { panel, open, dot, text } = this.#parts;
      panel.hidden = false;
      open.hidden = true;
      dot.hidden = true;
      this.#refresh();
      if (focus) text.focus();
    }

    #hide() {
      if (this.hasAttribute('inline')) return;
      this.#parts.panel.hidden = true;
      this.#parts.open.hidden = false;
      this.#parts.open.focus();
    }

    #warn(text) {
      const { alert } = this.#parts;
      alert.hidden = !text;
      alert.textContent = text ?? '';
    }

    async #refresh() {
      try {
        const token = this.#token();
        // Whoever does not look is asked nothing: a question counts as asked once it was shown.
        const seen = this.#parts.panel.hidden ? '' : '&seen=1';
        this.#state = await this.#ask(`state?locale=${this.#locale}${seen}`);
        const { guest } = this.#state;
        // Nobody knows it there any more. One that came in the meantime stays.
        if (!guest && token && token === this.#token()) this.#token(null);
        if (!guest) this.#wait = 1000;
        if (this.#parts.alert.textContent === this.#words.lost) this.#warn(null);
        this.#draw();
        if (guest && !this.#stream) void this.#listen();
      } catch (error) {
        if (!this.#state) this.#parts.when.textContent = error.status ? this.#words.off : this.#words.lost;
        this.#later(() => this.#refresh());
      }
    }

    #later(act) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(act, this.#wait * (0.75 + Math.random() / 2));
      this.#wait = Math.min(this.#wait * 2, 60_000);
    }

    /** Reads what is told by a stream and not by EventSource: the token must not stand in an address. */
    async #listen() {
      const stopping = new AbortController();
      let beats = 0;
      this.#stream = stopping;
      try {
        const answer = await fetch(`${here}/talk/${encodeURIComponent(this.#account)}/live`, {
          headers: { Authorization: `Bearer ${this.#token()}` },
          credentials: 'omit',
          signal: stopping.signal,
        });
        // Too many look at once: ask now and then.
        if (answer.status === 204) this.#wait = 20_000;
        if (!answer.ok || !answer.body) throw new Error(String(answer.status));
        const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
        for (;;) {
          const { done, value } = await reader.read();
          if (done) break;
          if (beats === 0) this.#wait = 1000;
          // Now and then also unasked: that a conversation is done is no line.
          beats += 1;
          if (value.includes('event: changed') || beats % 2 === 0) await this.#refresh();
        }
      } catch {
        // Told below, by trying again.
      }
      this.#stream = undefined;
      if (this.isConnected && !stopping.signal.aborted) this.#later(() => this.#refresh());
    }

    async #say(event) {
      event.preventDefault();
      const { text, name, send } = this.#parts;
      if (send.disabled) return;
      if (!text.value.trim() && !this.#file) return text.focus();
      send.disabled = true;
      this.#warn(null);
      try {
        const files = this.#file ? [await this.#packed(this.#file)] : [];
        // The same in every try: an answer that got lost must not say it twice, nor make a second guest.
        this.#trying ??= { key: random(), token: random() };
        const { key } = this.#trying;
        const given = { key, text: text.value, name: name.value.trim() || null, locale: this.#locale, files };
        const { token } = await this.#ask('lines', given, this.#token() ?? this.#trying.token);
        this.#token(token);
        this.#trying = undefined;
        text.value = '';
        this.#choose(null);
        await this.#refresh();
      } catch (error) {
        this.#warn(error.status === 429 ? this.#words.fast : this.#words.failed);
      }
      send.disabled = false;
      text.focus();
    }

    async #packed(file) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      let content = '';
      for (let at = 0; at < bytes.length; at += 0x8000)
        content += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
      return { name: file.name, type: file.type, content: btoa(content) };
    }

    #time(iso) {
      const at = new Date(iso);
      const today = at.toDateString() === new Date().toDateString();
      const form = today
        ? { hour: '2-digit', minute: '2-digit' }
        : { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' };
      const text = new Intl.DateTimeFormat(this.#locale === 'en' ? 'en-GB' : 'nl', form).format(at);
      return today ? (this.#locale === 'nl' ? `vandaag om ${text}` : `today at ${text}`) : text;
    }

    #draw() {
      const { organisation, greeting, isOn, lines, guest, open, opensAt, answerBy } = this.#state;
      const words = this.#words;
      const parts = this.#parts;
      parts.title.textContent = words.title(organisation);
      const hours = open ? words.now : opensAt ? words.opens(this.#time(opensAt)) : words.shut;
      const promise = answerBy ? words.by(this.#time(answerBy)) : words.soon;
      const lead = lines.length > 0 ? '' : `${greeting || words.lead} `;
      parts.when.textContent = isOn ? `${lead}${hours} ${promise}` : words.off;
      parts.form.hidden = !isOn;
      parts.naming.hidden = Boolean(guest?.name) || lines.length > 0;
      const fresh = lines.filter(({ id, direction }) => direction === 'out' && !this.#seen.has(id));
      const grew = lines.length !== parts.list.children.length;
      parts.list.replaceChildren(...lines.map((line) => this.#line(line, organisation)));
      this.#drawAfter();
      if (grew) parts.body.scrollTop = parts.after.offsetTop;
      if (fresh.length > 0 && this.#seen.size > 0) {
        parts.news.textContent = `${words.fresh(organisation)}: ${fresh.map(({ text }) => text).join(' ')}`;
        parts.dot.hidden = !parts.panel.hidden;
      }
      this.#seen = new Set(lines.map(({ id }) => id));
    }

    #line({ direction, text, files, at }, organisation) {
      const who = direction === 'out' ? organisation : this.#words.you;
      const time = make('time', { datetime: at }, this.#time(at));
      const named = files.map(({ name }) => make('small', {}, make('bdi', {}, name)));
      return make(
        'li',
        { class: direction },
        make('small', {}, `${who}, `, time),
        text ? make('p', {}, text) : null,
        ...named,
      );
    }

    /** Below what was said: the question afterwards, the address, and what becomes of it all. */
    #drawAfter() {
      const { guest, lines, question } = this.#state;
      const words = this.#words;
      const parts = this.#parts;
      // Whoever is typing an address here must not lose it to a redraw.
      if (parts.after.contains(this.shadowRoot.activeElement)) return;
      const privacy = make('p', {}, `${words.privacy} `);
      privacy.append(
        make('a', { href: `${here}/intentions`, target: '_blank', rel: 'noreferrer' }, words.more),
        '.',
      );
      const known = guest?.address ? make('p', {}, words.known(guest.address)) : null;
      parts.after.replaceChildren(
        ...[
          question ? this.#rating(question) : null,
          known ?? (lines.length > 0 ? this.#addressing(guest) : null),
          privacy,
        ].filter(Boolean),
      );
    }

    #addressing(guest) {
      const words = this.#words;
      const told = make('p', { role: 'status' }, guest?.asked ? words.mailSent(guest.asked) : words.mailWhy);
      const address = make('input', { id: 'address', type: 'email', autocomplete: 'email', maxlength: 254 });
      const asking = make(
        'form',
        {
          novalidate: true,
          onsubmit: async (event) => {
            event.preventDefault();
            try {
              await this.#ask('address', { address: address.value });
              told.textContent = words.mailSent(address.value.trim());
            } catch (error) {
              told.textContent = error.status === 429 ? words.fast : words.mailWrong;
              address.focus();
            }
          },
        },
        make('label', { for: 'address' }, words.mailLabel),
        address,
        make('div', { class: 'row' }, make('span'), make('button', { class: 'act' }, words.mailSend)),
      );
      return make('details', { open: Boolean(guest?.asked) }, make('summary', {}, words.mail), told, asking);
    }

    #rating({ url, score }) {
      const words = this.#words;
      const asked = make('a', { href: url, target: '_blank', rel: 'noreferrer' }, words.rate);
      return make('p', {}, ...(score === null ? [] : [`${words.rated} `]), asked);
    }
  }

  if (!customElements.get('polder-talk')) customElements.define('polder-talk', PolderTalk);
})();
