// <surgeon-finder treatment="large pores" place="60093"><a href="...">Find a surgeon</a></surgeon-finder>
// The finder inside somebody else's page. It asks the service that this file came from, without cookies or referrer,
// and keeps nothing. What stands inside the element is shown until there is an answer, and where there can be none.

const HOME = new URL(import.meta.url).origin;
const FIELDS = "name,credentials,distance,practice,evidence,url";
const WORDS = {
  en: {
    treatment: "What would you like help with?",
    place: "ZIP or city",
    search: "Find surgeons",
    missing: "Enter a ZIP or a city.",
    waiting: "Searching.",
    how_many: (total, place) => `${total} ${total === 1 ? "surgeon" : "surgeons"} near ${place}.`,
    nobody: (radius, place) => `Nobody within ${radius} of ${place}.`,
    nearest: "The nearest outside are below.",
    filters: "Nobody listed fits all of this.",
    treatment_unknown: "We do not know a treatment by these words. Try others, such as a concern.",
    place_unknown: "We do not know this place. Try a ZIP, or a city and a state.",
    geocoder_down: "This place could not be looked up just now. Try a ZIP, or try again later.",
    busy: "Too many questions at once. Try again in a minute.",
    broken: "The list could not be reached. Try again later.",
    checked: (date) => `checked ${date}`,
    all: "All details, filters and evidence",
    unit: { mi: "miles", km: "km" },
  },
  es: {
    treatment: "¿Con qué desea ayuda?",
    place: "Código postal o ciudad",
    search: "Buscar cirujanos",
    missing: "Escriba un código postal o una ciudad.",
    waiting: "Buscando.",
    how_many: (total, place) => `${total} ${total === 1 ? "cirujano" : "cirujanos"} cerca de ${place}.`,
    nobody: (radius, place) => `Nadie a menos de ${radius} de ${place}.`,
    nearest: "Los más cercanos fuera de ese radio están abajo.",
    filters: "Nadie en la lista cumple todo esto.",
    treatment_unknown: "No conocemos un tratamiento con estas palabras. Pruebe otras, como lo que le preocupa.",
    place_unknown: "No conocemos este lugar. Pruebe un código postal, o una ciudad y un estado.",
    geocoder_down: "No se pudo buscar este lugar ahora. Pruebe un código postal, o inténtelo más tarde.",
    busy: "Demasiadas preguntas a la vez. Inténtelo en un minuto.",
    broken: "No se pudo obtener la lista. Inténtelo más tarde.",
    checked: (date) => `comprobado el ${date}`,
    all: "Todos los detalles, filtros y pruebas",
    unit: { mi: "millas", km: "km" },
  },
};
const STYLE = `
:host { display: block; font: var(--surgeon-finder-font, inherit); color: var(--surgeon-finder-ink, light-dark(#14211b, #eaf1ec));
  background: var(--surgeon-finder-paper, light-dark(#fcfdfb, #0f1a16)); padding: var(--surgeon-finder-padding, 1rem);
  border: 1px solid var(--_rule); border-radius: var(--_radius);
  --_rule: var(--surgeon-finder-rule, light-dark(#6c7b73, #82938a)); --_radius: var(--surgeon-finder-radius, 3px);
  --_accent: var(--surgeon-finder-accent, light-dark(#0e5540, #8ccfb3));
  --_on: var(--surgeon-finder-on-accent, light-dark(#fff, #06251a)); }
:host([hidden]) { display: none; }
form { display: flex; flex-wrap: wrap; gap: .75rem; align-items: end; margin: 0; }
label { display: grid; gap: .25rem; flex: 1 1 12rem; }
input, button { font: inherit; min-height: 2.75rem; padding: .25rem .75rem; border-radius: var(--_radius); box-sizing: border-box; }
input { width: 100%; color: inherit; background: transparent; border: 1px solid var(--_rule); }
button { color: var(--_on); background: var(--_accent); border: 1px solid var(--_accent); cursor: pointer; }
:focus-visible { outline: 3px solid var(--_accent); outline-offset: 2px; }
p { margin: 1rem 0 0; }
ol { list-style: none; margin: 0; padding: 0; }
ol > li { border-top: 1px solid var(--_rule); margin-top: 1rem; padding-top: 1rem; }
ul { margin: .25rem 0 0; padding-inline-start: 1.25rem; }
a { color: var(--_accent); }
.name { font-weight: 700; }
`;

/** An element with properties and children; text never becomes markup. */
function make(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.filter((one) => one !== null && one !== ""));
  return made;
}

function link(href, text, properties = {}) {
  return make("a", { href, rel: "noopener", ...properties }, text);
}

export class SurgeonFinder extends HTMLElement {
  static observedAttributes = ["treatment", "place", "radius", "unit", "limit", "lang", "site"];
  #asked = null;
  #drawn = false;

  connectedCallback() {
    if (this.#drawn) return;
    this.#drawn = true;
    this.#draw();
    if (this.getAttribute("place")) this.#search();
  }

  attributeChangedCallback(name, before, now) {
    if (!this.#drawn || before === now) return;
    this.#draw();
    if (this.getAttribute("place")) this.#search();
  }

  get #site() {
    return (this.getAttribute("site") || HOME).replace(/\/+$/, "");
  }

  get #lang() {
    const named = this.getAttribute("lang") || this.closest("[lang]")?.getAttribute("lang") || "en";
    return named.toLowerCase().startsWith("es") ? "es" : "en";
  }

  #draw() {
    const words = WORDS[this.#lang];
    const root = this.shadowRoot || this.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    this.treatment = make("input", { name: "treatment", value: this.getAttribute("treatment") || "", maxLength: 300 });
    this.place = make("input", { name: "place", value: this.getAttribute("place") || "", maxLength: 300 });
    this.place.autocomplete = "postal-code";
    const form = make("form", { lang: this.#lang }, make("label", {}, words.treatment, this.treatment),
      make("label", {}, words.place, this.place), make("button", { type: "submit" }, words.search));
    form.setAttribute("role", "search");
    form.setAttribute("aria-label", words.search);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#search();
    });
    this.status = make("p", { lang: this.#lang });
    this.status.setAttribute("role", "status");
    this.status.setAttribute("part", "status");
    this.list = make("ol", { lang: this.#lang });
    this.list.setAttribute("part", "list");
    this.more = make("p", { lang: this.#lang }, make("slot"));
    root.replaceChildren(form, this.status, this.list, this.more);
  }

  #question() {
    const asked = new URLSearchParams();
    const given = { treatment: this.treatment.value.trim(), place: this.place.value.trim() };
    for (const name of ["radius", "unit"]) given[name] = this.getAttribute(name);
    for (const [name, value] of Object.entries(given)) if (value) asked.set(name, value);
    return asked;
  }

  async #search() {
    const words = WORDS[this.#lang];
    if (!this.place.value.trim()) {
      this.#say(words.missing);
      this.place.focus();
      return;
    }
    this.#asked?.abort();
    const mine = (this.#asked = new AbortController());
    const question = this.#question();
    const page = `${this.#site}/search?${question}`;
    question.set("limit", this.getAttribute("limit") || "5");
    question.set("lang", this.#lang);
    question.set("fields", FIELDS);
    this.#say(words.waiting);
    try {
      const response = await fetch(`${this.#site}/api/v1/surgeons/?${question}`, {
        credentials: "omit", referrerPolicy: "no-referrer", signal: mine.signal,
      });
      const answer = await response.json();
      if (mine.signal.aborted) return;
      if (!response.ok) this.#say(response.status === 429 ? words.busy : answer.detail || words.broken);
      else this.#show(answer, page, words);
    } catch {
      if (!mine.signal.aborted) this.#say(words.broken);
    }
  }

  /** One sentence instead of a list; the page's own link stays. */
  #say(text) {
    this.status.textContent = text;
    this.list.replaceChildren();
    this.more.replaceChildren(make("slot"));
  }

  #show(answer, page, words) {
    const unit = answer.query.unit;
    const far = (distance) => `${distance.toLocaleString(this.#lang, { maximumFractionDigits: 1 })} ${words.unit[unit]}`;
    this.#say(this.#sentence(answer, words, far));
    this.list.replaceChildren(...[...answer.results, ...answer.beyond].map((one) => this.#surgeon(one, words, far)));
    if (this.list.children.length) this.more.replaceChildren(link(page, words.all));
    this.dispatchEvent(new CustomEvent("surgeon-finder-answer", { detail: { outcome: answer.outcome, total: answer.total } }));
  }

  #sentence(answer, words, far) {
    const place = answer.query.place?.label || answer.query.place?.words || "";
    if (answer.outcome === "too_many_filters") return words.filters;
    if (answer.outcome in words) return words[answer.outcome];
    if (answer.total) return words.how_many(answer.total, place);
    return `${words.nobody(far(answer.query.radius), place)}${answer.beyond.length ? ` ${words.nearest}` : ""}`;
  }

  #surgeon(one, words, far) {
    const { name, address, phone } = one.practice;
    const where = [name, address.city, address.region].filter(Boolean).join(", ");
    const title = [one.name, one.credentials].filter(Boolean).join(", ");
    const day = (iso) => new Date(`${iso}T00:00:00`).toLocaleDateString(this.#lang, { dateStyle: "medium" });
    const facts = one.evidence.map((fact) =>
      make("li", {}, fact.statement, fact.checked_on ? ` (${words.checked(day(fact.checked_on))})` : ""));
    return make("li", {},
      link(one.url, title, { className: "name" }),
      make("div", {}, where, one.distance === null ? "" : `, ${far(one.distance)}`),
      phone ? make("div", {}, link(`tel:${phone}`, phone)) : null,
      make("ul", {}, ...facts));
  }
}

if (!customElements.get("surgeon-finder")) customElements.define("surgeon-finder", SurgeonFinder);
