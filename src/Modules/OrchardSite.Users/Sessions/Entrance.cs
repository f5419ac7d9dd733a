using Microsoft.AspNetCore.Http;
using OrchardSite.Users.Accounts;
using OrchardSite.Users.SecondFactor;

namespace OrchardSite.Users.Sessions;

/// <summary>Where all first steps of signing in lead: into a session, or to the question for the second factor.</summary>
public sealed class Entrance(BeginSession beginSession)
{
    /// <param name="way">Name of the operation by which the person has shown who they are.</param>
    /// <returns>False when the person is to enter a code first.</returns>
    public async Task<bool> EnterAsync(HttpContext context, Account account, string way, CancellationToken cancellationToken)
    {
        if (account.TwoFactorEnabled)
        {
            await PendingSignIn.BeginAsync(context, account);
            return false;
        }

        await beginSession.RunAsync(context, account, way, cancellationToken);
        return true;
    }
}
