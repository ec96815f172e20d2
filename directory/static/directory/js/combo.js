// A text field with suggestions, by the combobox pattern of WAI-ARIA 1.2: the focus stays in the field, arrow keys move
// through the list, Enter takes, Escape closes. What is typed may always be sent as it is.
const PAUSE = 150; // milliseconds without a key before the server is asked
const MOST = 7;

const make = (name, className, text) => Object.assign(document.createElement(name), { className, textContent: text });

function marked(text, typed) {
  const span = document.createElement("span");
  const at = text.toLowerCase().indexOf(typed.toLowerCase());
  if (at < 0 || !typed) span.textContent = text;
  else span.append(text.slice(0, at), make("b", "", text.slice(at, at + typed.length)), text.slice(at + typed.length));
  return span;
}

function option(found, number, list, box, typed) {
  const row = document.createElement("li");
  Object.assign(row, { id: `${list.id}-${number}`, role: "option" });
  row.setAttribute("aria-selected", "false");
  // The name alone would be read as the likeliest place of that name, which may not be the one that was chosen.
  row.dataset.value = found.label ?? found.name;
  row.append(marked(found.name, typed), make("span", "kind", box.dataset[found.kind] ?? found.region ?? found.country ?? ""));
  if (found.matched && found.matched.toLowerCase() !== found.name.toLowerCase()) {
    const why = make("span", "why", `${box.dataset.also} `);
    why.append(marked(found.matched, typed));
    row.append(why);
  }
  return row;
}

export function combo(box) {
  const input = box.querySelector("input");
  const list = box.querySelector("[role=listbox]");
  let active = -1;
  let timer = 0;
  let asked = null;

  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");
  const note = make("p", "combo-list combo-note", box.dataset.none);
  note.hidden = true;
  note.setAttribute("role", "status");
  box.append(note);

  const rows = () => [...list.children];
  function close() {
    clearTimeout(timer);
    asked?.abort();
    list.hidden = true;
    note.hidden = true;
    input.setAttribute("aria-expanded", "false");
    mark(-1);
  }
  function mark(number) {
    active = number;
    rows().forEach((row, place) => row.setAttribute("aria-selected", String(place === number)));
    const row = rows()[number];
    if (row) {
      input.setAttribute("aria-activedescendant", row.id);
      row.scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  }
  function take(row) {
    input.value = row.dataset.value;
    input.dispatchEvent(new Event("taken"));
    close();
  }
  async function ask() {
    const typed = input.value.trim();
    if (typed.length < 2) return close();
    asked?.abort();
    asked = new AbortController();
    try {
      const address = `${box.dataset.combo}?${new URLSearchParams({ q: typed, lang: document.documentElement.lang.slice(0, 2) })}`;
      const answer = await fetch(address, { signal: asked.signal, credentials: "omit" });
      if (!answer.ok) return close();
      const { results } = await answer.json();
      if (document.activeElement !== input || input.value.trim() !== typed) return;
      list.replaceChildren(...results.slice(0, MOST).map((found, number) => option(found, number, list, box, typed)));
      list.hidden = !results.length;
      note.hidden = Boolean(results.length);
      input.setAttribute("aria-expanded", String(Boolean(results.length)));
      mark(-1);
    } catch (problem) {
      if (problem.name !== "AbortError") close(); // without suggestions the field still sends what is typed
    }
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  input.addEventListener("keydown", (event) => {
    const last = rows().length - 1;
    const open = !list.hidden;
    if (event.key === "ArrowDown" && !open) ask();
    else if (event.key === "ArrowDown") mark(active >= last ? 0 : active + 1);
    else if (event.key === "ArrowUp" && open) mark(active <= 0 ? last : active - 1);
    else if (event.key === "Enter" && open && active >= 0) take(rows()[active]);
    else if (event.key === "Escape" && (open || !note.hidden)) close();
    else return;
    event.preventDefault();
  });
  input.addEventListener("blur", close);
  list.addEventListener("pointerdown", (event) => {
    event.preventDefault(); // keeps the focus in the field
    const row = event.target.closest("[role=option]");
    if (row) take(row);
  });
}
