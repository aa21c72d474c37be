<?xml version="1.0" encoding="UTF-8"?>
<!-- Pages that the edition has beside the volume's: the calendar, and the page of the search. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:chancery:functions"
  xmlns:c="urn:chancery:calendar"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template match="/" mode="added">
    <xsl:call-template name="frame">
      <xsl:with-param name="title" select="string-join(($model/*/(@heading, @label)[1], $plan/@short), ' – ')"/>
      <xsl:with-param name="kind" select="$kind"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="added">
    <main class="wrap narrow">
      <article id="text" tabindex="-1" class="contents" lang="{$plan/@lang}">
        <xsl:apply-templates select="$model/*" mode="added"/>
      </article>
    </main>
  </xsl:template>

  <!-- By year and month. What readers may choose by is shown by a script, which alone can do it. -->
  <xsl:template match="c:calendar-page" mode="added">
    <h1><xsl:value-of select="@label"/></h1>
    <xsl:call-template name="timeline"/>
    <form class="facets" hidden="hidden" aria-label="Choose documents">
      <xsl:for-each select="c:facet">
        <details>
          <summary><xsl:value-of select="@label"/></summary>
          <fieldset>
            <legend class="sr"><xsl:value-of select="@label"/></legend>
            <xsl:for-each select="c:value">
              <label><input type="checkbox" name="{../@name}" value="{@key}" autocomplete="off"/><xsl:value-of select="@label"/><xsl:text> </xsl:text><small><xsl:value-of select="@count"/></small></label>
            </xsl:for-each>
          </fieldset>
        </details>
      </xsl:for-each>
      <p class="chosen"><output><xsl:value-of select="f:count(@count, 'document')"/></output><xsl:text> </xsl:text><button type="reset" hidden="hidden">Show all</button></p>
    </form>
    <xsl:apply-templates select="c:year | c:undated" mode="added"/>
  </xsl:template>

  <!-- How many documents each month has, with the way to them. -->
  <xsl:template name="timeline">
    <!-- Where the calendar is, if not on this page. -->
    <xsl:param name="calendar-page" as="xs:string" select="''"/>
    <xsl:if test="c:year">
      <nav class="timeline" aria-label="Timeline">
        <xsl:for-each select="c:year">
          <h2><a href="{$calendar-page}#y{@label}"><xsl:value-of select="@label"/></a><xsl:text> </xsl:text><small><xsl:value-of select="f:count(@count, 'document')"/></small></h2>
          <ol role="list">
            <xsl:for-each select="c:month">
              <li class="weight-{@weight}">
                <xsl:choose>
                  <xsl:when test="@count eq '0'"><span><xsl:value-of select="substring(@label, 1, 3)"/></span></xsl:when>
                  <xsl:otherwise>
                    <a href="{$calendar-page}#{@id}">
                      <span><xsl:value-of select="substring(@label, 1, 3)"/><span class="sr"><xsl:value-of select="' ' || ../@label || ','"/></span></span>
                      <xsl:text> </xsl:text>
                      <b><xsl:value-of select="@count"/><span class="sr"><xsl:value-of select="substring-after(f:count(@count, 'document'), @count)"/></span></b>
                    </a>
                  </xsl:otherwise>
                </xsl:choose>
              </li>
            </xsl:for-each>
          </ol>
        </xsl:for-each>
      </nav>
    </xsl:if>
  </xsl:template>

  <xsl:template match="c:year | c:undated" mode="added">
    <section class="of-year" id="{if (self::c:year) then 'y' || @label else 'undated'}">
      <h2><xsl:value-of select="if (self::c:year) then @label else 'Without a date'"/></h2>
      <xsl:if test="c:row"><ol class="toc" role="list"><xsl:apply-templates select="c:row" mode="added"/></ol></xsl:if>
      <xsl:for-each select="c:month[c:row]">
        <section class="of-month" id="{@id}">
          <h3><xsl:value-of select="@label || ' ' || ../@label"/></h3>
          <ol class="toc" role="list"><xsl:apply-templates select="c:row" mode="added"/></ol>
        </section>
      </xsl:for-each>
    </section>
  </xsl:template>

  <xsl:template match="c:row" mode="added">
    <li data-person="{@person}" data-year="{@year}" data-place="{@place}" data-kind="{@kind}">
      <span class="fig"><xsl:value-of select="@figure"/></span>
      <a href="{$root}letters/{@id}/index.html"><xsl:call-template name="listed-title"/></a>
      <span class="date"><xsl:value-of select="@date"/></span>
      <xsl:if test="@incipit ne ''"><span class="incipit"><xsl:value-of select="@incipit"/></span></xsl:if>
    </li>
  </xsl:template>

  <!-- Without a script, and from a disk, the page says what else there is. -->
  <xsl:template match="c:search" mode="added">
    <h1><xsl:value-of select="@label"/></h1>
    <p class="no-search">The search needs JavaScript, and an edition that is opened from the web. Without them the
      <a href="{$root}contents/index.html">contents</a>, the calendar and the registers lead to every document.</p>
    <form class="search-form" role="search" hidden="hidden">
      <label for="search-words">Words in the documents and notes</label>
      <input type="search" id="search-words" name="q" autocomplete="off" spellcheck="false"/>
      <button type="submit">Search</button>
      <div class="search-facets"></div>
    </form>
    <p class="search-count" role="status"></p>
    <ol class="hits" role="list"></ol>
    <p><button type="button" class="more-hits" hidden="hidden">More</button></p>
  </xsl:template>

  <!-- What stands at an address that has no page, or none any more. -->
  <xsl:template match="c:notice" mode="added">
    <h1><xsl:value-of select="@label"/></h1>
    <p>
      <xsl:choose>
        <xsl:when test="@moved">The document that was at this address has another identifier now.</xsl:when>
        <xsl:when test="@address">The edition once had a page at “<xsl:value-of select="@address"/>”, and has it no more.</xsl:when>
        <xsl:otherwise>The edition has no page at this address.</xsl:otherwise>
      </xsl:choose>
    </p>
    <p><xsl:value-of select="if (@moved) then 'Go on to: ' else 'Look for it in: '"/><a href="{$root}{@leads-to}"><xsl:value-of select="@words"/></a></p>
  </xsl:template>

  <!-- "1 document", "3 documents" -->
  <xsl:function name="f:count" as="xs:string">
    <xsl:param name="count" as="item()"/>
    <xsl:param name="what" as="xs:string"/>
    <xsl:sequence select="$count || ' ' || $what || 's'[string($count) ne '1']"/>
  </xsl:function>
</xsl:stylesheet>
