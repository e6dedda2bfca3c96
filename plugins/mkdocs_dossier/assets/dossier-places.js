// A link to a paragraph leads to it, also where Material loads the next page itself (`navigation.instant`): that keeps how
// far a page was scrolled a tenth of a second late, takes it for the place on the next page, and stops short of the link's.
(() => {
  let asked = "";

  const note = (event) => {
    asked = event.target.closest?.("a[href]")?.href ?? "";
  };

  // An id that is not of ASCII stands in the address in percents.
  const place = () => {
    const name = location.hash.slice(1);
    try {
      return document.getElementById(decodeURIComponent(name));
    } catch {
      return document.getElementById(name);
    }
  };

  const forget = () => {
    asked = "";
  };

  // It is told of the page before, too, if that was late. To replace an address by itself is to go to its place again:
  // nothing is loaded, and nothing added to the history.
  const arrive = () => {
    if (asked && asked === location.href && place()) {
      forget();
      requestAnimationFrame(() => location.replace(location.href));
    }
  };

  document.addEventListener("click", note, { capture: true });
  window.addEventListener("popstate", forget);
  window.document$?.subscribe(arrive);
})();
