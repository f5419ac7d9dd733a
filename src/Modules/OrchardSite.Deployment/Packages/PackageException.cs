namespace OrchardSite.Deployment;

/// <summary>A package that is not taken in.</summary>
internal sealed class PackageException(Refusal refusal, Exception? inner = null) : Exception(refusal.Message, inner)
{
    public Refusal Refusal { get; } = refusal;
}
