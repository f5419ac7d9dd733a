// Before the first paint, so that a dark dashboard never flashes white.
(() => {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    const chosen = localStorage.getItem('orchardsite-color-mode') ?? 'auto';
    document.documentElement.dataset.bsTheme = chosen === 'auto' ? (dark.matches ? 'dark' : 'light') : chosen;
  };
  apply();
  dark.addEventListener('change', apply);
  addEventListener('orchardsite:color-mode', apply);
})();
