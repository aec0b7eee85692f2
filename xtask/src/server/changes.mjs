(async () => {
  if (window !== top) return;
  const since = "SINCE";
  const pause = () => new Promise((resolve) => setTimeout(resolve, 1000));
  for (;;) {
    try {
      const response = await fetch(`/__changes?since=${since}`);
      const number = await response.text();
      if (response.ok && number !== since) return location.reload();
      if (!response.ok) await pause();
    } catch {
      // The server is restarting.
      await pause();
    }
  }
})();
