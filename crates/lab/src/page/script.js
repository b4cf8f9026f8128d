(() => {
  "use strict";
  const page = document.documentElement;
  page.dataset.script = "";
  const languages = ["en", "ko"];
  const titles = { en: page.dataset.titleEn, ko: page.dataset.titleKo };
  const buttons = document.querySelectorAll("button[data-speak]");
  const speak = (language) => {
    page.lang = language;
    page.dataset.lang = language;
    document.title = titles[language];
    buttons.forEach((b) => b.setAttribute("aria-pressed", String(b.dataset.speak === language)));
  };
  buttons.forEach((b) => b.addEventListener("click", () => speak(b.dataset.speak)));
  const asked = new URLSearchParams(location.search).get("lang");
  const own = (navigator.language || "en").slice(0, 2);
  speak([asked, own, "en"].find((language) => languages.includes(language)));

  const form = document.querySelector("form");
  const claims = [...document.querySelectorAll("article")];
  const shown = document.querySelectorAll("[data-shown]");
  const names = ["verdict", "lesson"];
  // The address keeps the filters, so that it can be sent to somebody.
  const address = new URL(location.href);
  names.forEach((name) => {
    const kept = [...form.elements[name]].find((e) => e.value === address.searchParams.get(name));
    if (kept) kept.checked = true;
  });
  const filter = () => {
    const wanted = new FormData(form);
    names.forEach((name) => {
      if (wanted.get(name)) address.searchParams.set(name, wanted.get(name));
      else address.searchParams.delete(name);
    });
    address.hash = location.hash;
    history.replaceState(null, "", address);
    const fits = (claim, key) => ["", claim.dataset[key]].includes(wanted.get(key));
    claims.forEach((c) => { c.hidden = !(fits(c, "verdict") && fits(c, "lesson")); });
    const count = claims.filter((c) => !c.hidden).length;
    shown.forEach((place) => { place.textContent = String(count); });
  };
  form.addEventListener("change", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  // A link to a claim that is filtered out shows everything again.
  addEventListener("hashchange", () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target && target.hidden) { form.reset(); filter(); target.scrollIntoView(); }
  });
  filter();
})();
