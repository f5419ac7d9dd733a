using System.Collections.Concurrent;
using Fluid;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Theming;

namespace OrchardSite.Tests.Theming;

/// <summary>Counts how often a page is rendered.</summary>
internal sealed class CountingZone(CountingZone.Count count) : IZoneContributor
{
    public static void Add(IServiceCollection services, Count count) => services.AddSingleton(count).AddScoped<IZoneContributor, CountingZone>();

    public async ValueTask ContributeAsync(PageRendering page, TemplateContext context)
    {
        count.Add(page.Path);
        await Task.Delay(count.Delay);
    }

    internal sealed class Count
    {
        private readonly ConcurrentDictionary<string, int> _renderings = new();

        /// <summary>How long each rendering takes at least.</summary>
        public TimeSpan Delay { get; init; }

        /// <param name="path">Inside the site.</param>
        public int Of(string path) => _renderings.GetValueOrDefault(path);

        public void Add(string path) => _renderings.AddOrUpdate(path, 1, (_, number) => number + 1);
    }
}
