// Up to four surgeons, kept in this browser and nowhere else. Works on any button with data-shortlist="slug".
const KEY = "shortlist";
const MOST = 4;
const ASKED = ["treatment", "place", "near", "unit"];

function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((slug) => typeof slug === "string").slice(0, MOST) : [];
  } catch {
    return []; // storage is off, or was written by somebody else
  }
}

function write(slugs) {
  try {
    localStorage.setItem(KEY, JSON.stringify(slugs));
  } catch {
    // without storage the shortlist lasts as long as the link to it
  }
  show();
}

function show() {
  const slugs = read();
  for (const button of document.querySelectorAll("button[data-shortlist]")) {
    const on = slugs.includes(button.dataset.shortlist);
    button.hidden = false;
    button.setAttribute("aria-pressed", String(on));
    const full = !on && slugs.length >= MOST;
    button.toggleAttribute("disabled", full);
    const icon = button.querySelector("use");
    icon?.setAttribute("href", icon.getAttribute("href").replace(/#.*/, on ? "#check" : "#plus"));
  }
  const query = new URLSearchParams(slugs.map((slug) => ["s", slug]));
  // What was asked comes along from the address, so that it is compared too; what was posted is in none.
  const asked = new URLSearchParams(location.search);
  for (const name of ASKED) if (slugs.length && asked.get(name)) query.set(name, asked.get(name));
  for (const link of document.querySelectorAll("[data-shortlist-link]")) {
    const address = new URL(link.href);
    address.search = query.toString();
    link.href = address;
    const count = link.querySelector("[data-shortlist-count]");
    if (count) count.textContent = slugs.length ? ` (${slugs.length})` : "";
  }
}

document.addEventListener("click", ({ target }) => {
  const button = target.closest?.("button[data-shortlist]");
  if (!button) return;
  const slugs = read();
  const slug = button.dataset.shortlist;
  write(slugs.includes(slug) ? slugs.filter((one) => one !== slug) : [...slugs, slug].slice(0, MOST));
});
addEventListener("storage", show);
addEventListener("pageshow", show);
show();
