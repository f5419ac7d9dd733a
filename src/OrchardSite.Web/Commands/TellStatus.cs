using Spectre.Console;

namespace OrchardSite.Web.Commands;

/// <summary>Shows what a recipe is doing beside the turning sign. Unlike <see cref="Progress{T}"/> it tells at once and in order.</summary>
internal sealed class TellStatus(StatusContext status, string subject) : IProgress<string>
{
    public void Report(string value) => status.Status = Markup.Escape($"{subject}: {value}");
}
