/** The stream in its gorge; the same drawing as public/favicon.svg. */
export function Logo({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden>
      <rect width="32" height="32" rx="7" fill="#0d3b44" />
      <path d="M17.2 2 13.6 9.5l4.6 6-5.4 7.2 3 7.3h4.4l-2.8-7 5.4-7.4-4.6-6.2L21 2Z" fill="#4fd1e0" />
      <path d="M5 6.5 11 4l-2.2 6.6 4 4.9-4.6 6.8 1.9 5.2L5 25Z" fill="#e8f4f5" />
      <path d="m25.2 4 1.8.8v20.7l-3.9 2-1.8-4.7 5-7.2-4.2-5.9Z" fill="#e8f4f5" opacity=".72" />
    </svg>
  );
}
